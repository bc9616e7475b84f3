import { toNumber, type Correlations } from '~/api'
import type { HeatCell } from '~/charts'
import { formatDate, formatFixed } from '~/format'

export const FEWEST = 2
/** The API takes 30; more than this cannot be read. */
export const MOST = 20

export const PERIODS = [
  { value: '63', label: '3 months' },
  { value: '252', label: '1 year' },
  { value: '756', label: '3 years' },
] as const

export type Days = (typeof PERIODS)[number]['value']

const DEFAULT_DAYS: Days = '252'

/** What the address says: the assets, undefined where none are chosen, and the returns of each pair. */
export type Choice = { readonly symbols: readonly string[] | undefined; readonly days: Days }

export function readChoice(search: URLSearchParams): Choice {
  const names = (search.get('compare') ?? '').split(',').map((name) => name.trim()).filter(Boolean)
  const days = PERIODS.find((period) => period.value === search.get('days'))?.value ?? DEFAULT_DAYS
  return { symbols: names.length > 0 ? [...new Set(names)].slice(0, MOST) : undefined, days }
}

/** What is not default stands in the address. */
export const daysInQuery = (days: Days): string | undefined => (days === DEFAULT_DAYS ? undefined : days)

export const cleaned = (text: string): string => text.trim().toUpperCase()

/** Why a symbol cannot be added; undefined where it can. Whether it exists, the API says. */
export function faultOfSymbol(text: string, symbols: readonly string[]): string | undefined {
  const symbol = cleaned(text)
  if (symbol === '') return 'Write a symbol, such as AAPL'
  if (!/^[A-Z0-9][A-Z0-9.^=:/-]{0,31}$/.test(symbol)) return 'A symbol is letters, digits, points and hyphens, such as BRK.B'
  if (symbols.includes(symbol)) return `${symbol} is compared already`
  return symbols.length >= MOST ? `${MOST} assets at most: take one away first` : undefined
}

/** Two assets and how they move together. */
export type Pair = { readonly one: string; readonly other: string; readonly value: number | null; readonly returns: number }

/** Each pair once, the closest first; pairs with too few returns come last. */
export function pairsOf(data: Correlations): readonly Pair[] {
  const pairs = data.assets.flatMap((one, row) => data.assets.slice(row + 1).map((other, i) => pairAt(data, one.symbol, other.symbol, row, row + 1 + i)))
  return pairs.sort((one, other) => (other.value ?? -2) - (one.value ?? -2))
}

function pairAt(data: Correlations, one: string, other: string, row: number, column: number): Pair {
  const value = data.correlations[row]?.[column]
  return { one, other, value: value == null ? null : toNumber(value), returns: data.pairs[row]?.[column] ?? 0 }
}

export function cellsOf(data: Correlations): readonly HeatCell[] {
  return data.assets.flatMap((row, i) =>
    data.assets.map((column, j) => {
      const value = data.correlations[i]?.[j]
      // Rounded here, so that nothing is written as minus zero.
      const number = value == null ? null : Math.round(toNumber(value) * 100) / 100 + 0
      return { row: row.symbol, column: column.symbol, value: i === j ? null : number, text: formatFixed(number, 2) }
    }),
  )
}

/** The finding in words: the closest pair, the least alike, and of which days. */
export function correlationSentence(data: Correlations): string {
  const known = pairsOf(data).filter((pair) => pair.value !== null)
  const [closest, least] = [known[0], known.at(-1)]
  if (!closest || !least) return `No pair has ${data.least_pairs} days in common, which a correlation needs.`
  const days = `Daily returns from ${formatDate(data.start)} to ${formatDate(data.end)}, splits and dividends taken out.`
  if (closest === least) return `${saidOf(closest)}. ${days}`
  return `Most alike: ${saidOf(closest)}. Least alike: ${saidOf(least)}. ${days}`
}

const saidOf = (pair: Pair): string => `${pair.one} and ${pair.other} with ${formatFixed(pair.value, 2)}`
