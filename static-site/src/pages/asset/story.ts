import type { Candle } from '~/charts'
import { formatDate, formatMoney, formatSignedPercent } from '~/format'
import type { Adjustment } from './view'

export const ADJUSTMENT_NAMES: Readonly<Record<Adjustment, string>> = { raw: 'As traded', split: 'Splits', all: 'Splits and dividends' }

/** What was done to the prices, for the end of a sentence. */
const DONE: Readonly<Record<Adjustment, string>> = {
  raw: 'as traded: splits and dividends show as jumps',
  split: 'adjusted for splits; dividends are not in it',
  all: 'adjusted for splits and dividends, as if dividends had been reinvested',
}

export type Story = { readonly last: Candle; readonly change: number; readonly first: Candle; readonly high: Candle; readonly low: Candle }

/** The range in a few numbers: closes, not the day's extremes. */
export function storyOf(candles: readonly Candle[]): Story | undefined {
  const [first, last] = [candles[0], candles.at(-1)]
  if (!first || !last) return undefined
  let [high, low] = [first, first]
  for (const candle of candles) {
    if (candle.close > high.close) high = candle
    if (candle.close < low.close) low = candle
  }
  return { first, last, change: last.close / first.close - 1, high, low }
}

export function sentenceOf(candles: readonly Candle[], adjustment: Adjustment, currency: string): string {
  const story = storyOf(candles)
  if (!story) return 'No prices in this range.'
  const { first, last, change, high, low } = story
  return (
    `${formatMoney(last.close, currency)} at the close of ${formatDate(last.date)}: ${formatSignedPercent(change, 1)} since the close of ${formatDate(first.date)}, ` +
    `between ${formatMoney(low.close, currency)} (${formatDate(low.date)}) and ${formatMoney(high.close, currency)} (${formatDate(high.date)}). Prices are ${DONE[adjustment]}.`
  )
}
