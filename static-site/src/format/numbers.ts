import { signOf, type Decimal } from '~/api/decimal'

/** What stands where there is no value. */
export const NOTHING = '—'

export type Amount = Decimal | number | null | undefined

/** `undefined` is the reader's own locale; tests set one. */
let locale: string | undefined

export function setLocale(next: string | undefined): void {
  locale = next
  formats.clear()
}

export const currentLocale = (): string | undefined => locale

const formats = new Map<string, Intl.NumberFormat>()

function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  formats.set(key, made)
  return made
}

/** Intl takes a decimal string exactly, without a detour over binary fractions. */
const exact = (value: Decimal | number): number => value as unknown as number

const isMissing = (value: Amount): value is null | undefined => value === null || value === undefined || Number.isNaN(Number(value))

/** 1,234.5 with at most so many digits after the point. */
export function formatNumber(value: Amount, digits = 2): string {
  return isMissing(value) ? NOTHING : format({ maximumFractionDigits: digits }).format(exact(value))
}

/** Always so many digits after the point, so that a column's points stand below each other. */
export function formatFixed(value: Amount, digits: number): string {
  return isMissing(value) ? NOTHING : format({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(exact(value))
}

export const formatInteger = (value: Amount): string => formatNumber(value, 0)

/** A price in its asset's own unit: two digits, more where it is small (0.004213). */
export function formatPrice(value: Amount): string {
  if (isMissing(value)) return NOTHING
  const size = Math.abs(Number(value))
  if (size >= 1 || size === 0) return formatFixed(value, 2)
  return format({ minimumSignificantDigits: 4, maximumSignificantDigits: 4 }).format(exact(value))
}

/** An amount with its currency, $1,234.50. */
export function formatMoney(value: Amount, currency: string, digits = 2): string {
  if (isMissing(value)) return NOTHING
  if (!/^[A-Z]{3}$/.test(currency)) return `${formatFixed(value, digits)} ${currency}`
  return format({ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(exact(value))
}

/** 2.4M, 643B. */
export function formatCompact(value: Amount): string {
  return isMissing(value) ? NOTHING : format({ notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(exact(value))
}

export function formatCompactMoney(value: Amount, currency: string): string {
  if (isMissing(value)) return NOTHING
  if (!/^[A-Z]{3}$/.test(currency)) return `${formatCompact(value)} ${currency}`
  return format({ style: 'currency', currency, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(exact(value))
}

/** A fraction as a percentage: 0.0532 is 5.3 %. */
export function formatPercent(fraction: Amount, digits = 1): string {
  return isMissing(fraction) ? NOTHING : format({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(exact(fraction))
}

/** A change, always with its sign. */
export function formatSignedPercent(fraction: Amount, digits = 2): string {
  if (isMissing(fraction)) return NOTHING
  return format({ style: 'percent', signDisplay: 'exceptZero', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(exact(fraction))
}

export function formatSigned(value: Amount, digits = 2): string {
  if (isMissing(value)) return NOTHING
  return format({ signDisplay: 'exceptZero', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(exact(value))
}

export type Direction = 'up' | 'down' | 'flat'

export function directionOf(value: Amount): Direction {
  if (isMissing(value)) return 'flat'
  const sign = typeof value === 'number' ? Math.sign(value) : signOf(value)
  return sign > 0 ? 'up' : sign < 0 ? 'down' : 'flat'
}

/** Colour is never alone: ▲ up, ▼ down. */
export const ARROWS: Readonly<Record<Direction, string>> = { up: '▲', down: '▼', flat: '■' }
