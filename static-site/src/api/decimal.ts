/**
 * A decimal number exactly as the API wrote it, such as "175.84": prices and money never pass through binary floating point.
 * Only `format/` and the charts look at its value.
 */
export type Decimal = string & { readonly __decimal: true }

const SYNTAX = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

export const isDecimal = (text: string): text is Decimal => SYNTAX.test(text)

/** Fails with the text and what was allowed. */
export function decimal(text: string): Decimal {
  if (!isDecimal(text)) throw new RangeError(`"${text}" is no decimal number; allowed: digits with a point, such as 175.84`)
  return text
}

/** For charts and for statistics, where 15 digits are enough; never for an amount that is shown or sent. */
export const toNumber = (value: Decimal): number => Number(value)

/** The same of what may be missing. */
export const numberOf = (value: Decimal | null | undefined): number | undefined => (value == null ? undefined : toNumber(value))

/** -1, 0 or 1. */
export const signOf = (value: Decimal): -1 | 0 | 1 => {
  if (/^-?0*(?:\.0*)?(?:[eE].*)?$/.test(value)) return 0
  return value.startsWith('-') ? -1 : 1
}
