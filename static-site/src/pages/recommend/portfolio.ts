/** What is recommended, as shares of the capital, and as a file. */
import { decimal, toNumber, type Decimal, type Position, type Recommendation } from '~/api'
import type { Slice } from '~/charts'

/** More than so many colours nobody tells apart: the smallest become one slice. */
const MOST_SLICES = 8

export const CASH = 'Cash'

/** Positions, largest first, then all others together, then what stays in cash; together they are the capital. */
export function allocationSlices(recommendation: Recommendation): readonly Slice[] {
  const positions = [...recommendation.positions].sort((one, other) => weightOf(other) - weightOf(one))
  const isFolded = positions.length > MOST_SLICES
  const shown = isFolded ? positions.slice(0, MOST_SLICES - 1) : positions
  const rest = positions.slice(shown.length)
  const cash = recommendation.summary ? toNumber(recommendation.summary.cash.percentage) : 0
  return [
    ...shown.map((position) => ({ label: position.symbol, value: weightOf(position) })),
    ...(rest.length > 0 ? [{ label: `${rest.length} others`, value: rest.reduce((sum, position) => sum + weightOf(position), 0), colour: 'var(--series-8)' }] : []),
    ...(cash > 0 ? [{ label: CASH, value: cash, colour: 'var(--line-strong)' }] : []),
  ]
}

export const weightOf = (position: Position): number => toNumber(position.allocation.percentage)

/** Weights by sector, largest first; what has no sector is under its kind, such as ETF. */
export function sectorSlices(positions: readonly Position[], nameOfType: (type: string) => string): readonly Slice[] {
  const sums = new Map<string, number>()
  for (const position of positions) {
    const name = position.sector ?? nameOfType(position.asset_type)
    sums.set(name, (sums.get(name) ?? 0) + weightOf(position))
  }
  return [...sums].map(([label, value]) => ({ label, value })).sort((one, other) => other.value - one.value)
}

/**
 * Sum of decimals to their last digit; binary fractions would make 0.30000000000000004 of 0.1 and 0.2.
 */
export function exactSum(values: readonly Decimal[]): Decimal {
  const digits = Math.max(0, ...values.map(decimalsOf))
  const units = values.reduce((sum, value) => sum + toUnits(value, digits), 0n)
  const sign = units < 0n ? '-' : ''
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0')
  return decimal(digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`)
}

/** Without an exponent: 1.2e-3 is 0.0012. */
function plain(value: Decimal): string {
  const [mantissa = '0', exponent] = value.toLowerCase().split('e')
  if (exponent === undefined) return value
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.')
  const point = whole.length + Number(exponent)
  const digits = `${'0'.repeat(Math.max(0, 1 - point))}${whole}${fraction}`.padEnd(point, '0')
  const at = Math.max(point, 1)
  return `${sign}${digits.slice(0, at)}${digits.length > at ? `.${digits.slice(at)}` : ''}`
}

const decimalsOf = (value: Decimal): number => plain(value).split('.')[1]?.length ?? 0

function toUnits(value: Decimal, digits: number): bigint {
  const [whole = '0', fraction = ''] = plain(value).split('.')
  return BigInt(`${whole}${fraction.padEnd(digits, '0')}`)
}

const HEAD = ['symbol', 'name', 'asset_type', 'sector', 'shares', 'price', 'price_date', 'amount', 'currency', 'weight', 'score', 'confidence', 'expected_return', 'volatility', 'share_of_risk'] as const

/** The positions as a file for a spreadsheet: numbers exactly as the API wrote them, ratios as fractions. */
export function positionsCsv(recommendation: Recommendation): string {
  const currency = recommendation.request.currency
  const rows = recommendation.positions.map((one) => [one.symbol, one.name, one.asset_type, one.sector ?? '', one.allocation.shares, one.allocation.price, one.allocation.price_date, one.allocation.amount, currency, one.allocation.percentage, one.rationale.overall, one.rationale.confidence, one.expected_return, one.risk.volatility, one.risk.contribution_to_risk])
  const { summary } = recommendation
  const cash = summary ? [[CASH, '', 'cash', '', '', '', '', summary.cash.amount, currency, summary.cash.percentage, '', '', '', '', '']] : []
  return [HEAD, ...rows, ...cash].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n'
}

/** A text that a spreadsheet would take for a formula gets a quote before it. */
function csvCell(value: string | number): string {
  const text = String(value)
  const isNumber = typeof value === 'number' || /^-?\d/.test(text)
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
