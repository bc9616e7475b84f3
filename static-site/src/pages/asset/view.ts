import { plusMonths } from '~/format'
import { readDate } from '~/state/asOf'

/** What the reader looks at, as the address says it: it can be shared, and Back works. */
export type View = {
  readonly range: Range
  readonly adjustment: Adjustment
  readonly lines: readonly LineName[]
  /** Up to when facts count, YYYY-MM-DD; undefined is now. */
  readonly asOf: string | undefined
  /** The session whose articles are shown. */
  readonly day: string | undefined
}

export const RANGES = ['1m', '3m', '6m', '1y', '3y', '5y', 'max'] as const
export type Range = (typeof RANGES)[number]

export const ADJUSTMENTS = ['raw', 'split', 'all'] as const
export type Adjustment = (typeof ADJUSTMENTS)[number]

/** Lines that may be drawn, over the prices or in panes below. */
export const LINES = ['sma_20', 'sma_50', 'sma_200', 'ema', 'bollinger', 'rsi', 'macd', 'volatility', 'drawdown'] as const
export type LineName = (typeof LINES)[number]

const DEFAULT: View = { range: '1y', adjustment: 'split', lines: ['sma_50', 'sma_200'], asOf: undefined, day: undefined }

/** Reads a query; what it cannot be is taken for not said. */
export function readView(search: URLSearchParams): View {
  return {
    range: RANGES.find((one) => one === search.get('range')) ?? DEFAULT.range,
    adjustment: ADJUSTMENTS.find((one) => one === search.get('adjustment')) ?? DEFAULT.adjustment,
    lines: readLines(search.get('lines')),
    asOf: readDate(search.get('as_of')),
    day: readDate(search.get('day')),
  }
}

/** `none` is no line at all; nothing said is the usual ones. */
function readLines(text: string | null): readonly LineName[] {
  if (text === null) return DEFAULT.lines
  const named = text.split(',')
  return LINES.filter((one) => named.includes(one))
}

/** What stands in the query for these lines; undefined for the usual ones. */
export function linesText(lines: readonly LineName[]): string | undefined {
  const text = LINES.filter((one) => lines.includes(one)).join(',')
  return text === DEFAULT.lines.join(',') ? undefined : text || 'none'
}

const MONTHS: Readonly<Record<Exclude<Range, 'max'>, number>> = { '1m': 1, '3m': 3, '6m': 6, '1y': 12, '3y': 36, '5y': 60 }

/** First day of a range that ends on a day; undefined for all there is. */
export const startOf = (range: Range, last: string): string | undefined => (range === 'max' ? undefined : plusMonths(last, -MONTHS[range]))
