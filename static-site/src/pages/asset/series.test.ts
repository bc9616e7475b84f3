import { beforeAll, describe, expect, it } from 'vitest'
import { decimal, type CorporateAction, type PriceColumns, type SentimentPoint, type SignalFields } from '~/api'
import type { Candle } from '~/charts'
import { setLocale } from '~/format'
import { candlesOf, indicatorsOf, markersOf, overlaysOf, panesOf, splitText } from './series'
import { linesSentence, priceColumns, priceRows } from './priceTable'
import { sentenceOf, storyOf } from './story'

beforeAll(() => setLocale('en-US'))

const d = decimal
/** Apple around its 7:1 split of 2014-06-09, split-adjusted: 645.57 / 7 = 92.2243. */
const columns: PriceColumns = {
  date: ['2014-06-06', '2014-06-09'],
  open: [d('92.8429'), d('92.7')],
  high: [d('93.0371'), d('93.88')],
  low: [d('92.0671'), d('91.75')],
  close: [d('92.2243'), d('93.7')],
  volume: [d('87484600'), null],
  flags: [[], ['large_move', 'volume_missing']],
  source: ['one', 'two'],
}
const candle = (date: string, close: number): Candle => ({ date, open: close, high: close, low: close, close, volume: null })

describe('candlesOf', () => {
  it('joins the answers of a long series', () => expect(candlesOf([columns, columns]).map((one) => one.date)).toEqual(['2014-06-06', '2014-06-09', '2014-06-06', '2014-06-09']))
  it('keeps a missing volume missing', () => expect(candlesOf([columns]).map((one) => one.volume)).toEqual([87484600, null]))
})

describe('priceRows', () => {
  it('shows the newest first, with every digit and what is doubted', () =>
    expect(priceRows([columns])[0]).toEqual({ date: '2014-06-09', open: '92.7', high: '93.88', low: '91.75', close: '93.7', volume: null, doubts: 'large move, kept, no volume given', source: 'two' }))
})

describe('priceColumns', () => {
  const overlays = overlaysOf(['sma_20', 'rsi'], [{ date: '2014-06-06', sma_20: d('87.5'), rsi_14: d('61.25') }, { date: '2014-06-09', sma_20: d('88.125'), rsi_14: null }])
  const split: CorporateAction = { ex_date: '2014-06-09', kind: 'split', value: d('7'), source: 'one' } as CorporateAction
  const markers = markersOf([split], [], candlesOf([columns]), 'USD')
  const rows = priceRows([columns])
  const said = (row: number) => priceColumns(overlays, markers).map((column) => [column.label, column.cell(rows[row] as (typeof rows)[number])])

  it('has a column for each line and one for what happened, between the prices and what is said of them', () => {
    expect(priceColumns(overlays, markers).map((column) => column.id)).toEqual(['date', 'open', 'high', 'low', 'close', 'volume', 'Average of 20 closes', 'RSI 14', 'happened', 'doubts', 'source'])
    expect(said(0)).toContainEqual(['Average of 20 closes', '88.13'])
    expect(said(0)).toContainEqual(['RSI 14', '—'])
    expect(said(0)).toContainEqual(['What happened', 'Split 7:1'])
    expect(said(1)).toContainEqual(['RSI 14', '61.3'])
    expect(said(1)).toContainEqual(['What happened', ''])
  })
  it('says where the lines stand at the end, or nothing', () => {
    expect(linesSentence(overlays)).toBe(' Lines at its end: Average of 20 closes 88.13; RSI 14 —.')
    expect(linesSentence([])).toBe('')
  })
})

describe('overlaysOf', () => {
  const signals: readonly SignalFields[] = [{ date: '2014-06-09', sma_20: d('87.5'), rsi_14: null }]
  it('asks for what is drawn', () => expect(indicatorsOf(['sma_20', 'macd'])).toBe('sma_20,macd,macd_signal,macd_histogram'))
  it('asks for nothing without lines', () => expect(indicatorsOf([])).toBeUndefined())
  it('gives each index a pane of its own below the price', () => {
    expect(overlaysOf(['sma_20', 'rsi', 'macd'], signals).map((one) => one.pane)).toEqual([0, 1, 2, 2, 2])
    expect(panesOf(['sma_20', 'rsi', 'macd'])).toBe(2)
  })
  it('leaves a hole where there is no value', () => expect(overlaysOf(['sma_20', 'rsi'], signals).map((one) => one.points[0]?.value)).toEqual([87.5, null]))
})

describe('splitText', () => {
  it('says which way', () => expect([splitText(d('7')), splitText(d('1.5')), splitText(d('0.1'))]).toEqual(['7:1', '1.5:1', '1:10']))
})

describe('markersOf', () => {
  const actions: readonly CorporateAction[] = [
    { ex_date: '2014-06-09', kind: 'split', value: d('7') },
    { ex_date: '2014-05-08', kind: 'dividend', value: d('3.29') },
  ]
  const point = (date: string, news_count: number): SentimentPoint => ({ date, news_count, social_count: 0, abstained_count: 0, avg_sentiment: d('0.25') })
  it('marks what happened on sessions that are drawn', () => expect(markersOf(actions, [], candlesOf([columns]), 'USD')).toEqual([{ date: '2014-06-09', kind: 'split', text: '7:1', detail: 'Split 7:1' }]))
  it('writes a dividend in full', () => expect(markersOf([{ ex_date: '2014-06-09', kind: 'dividend', value: d('0.4725') }], [], candlesOf([columns]), 'USD')[0]?.detail).toBe('Dividend $0.4725 a share'))
  it('marks the busiest session of each twelfth', () => {
    const candles = Array.from({ length: 24 }, (_, i) => candle(`2014-01-${String(i + 1).padStart(2, '0')}`, 1))
    const points = [point('2014-01-01', 1), point('2014-01-02', 5), point('2014-01-03', 2), point('2014-01-04', 2), point('2014-01-09', 0)]
    expect(markersOf([], points, candles, 'USD').map((marker) => [marker.date, marker.text])).toEqual([['2014-01-02', '5'], ['2014-01-04', '2']])
  })
})

describe('the story of a range', () => {
  const candles = [candle('2017-01-03', 100), candle('2017-01-04', 80), candle('2017-01-05', 125)]
  it('counts closes', () => expect(storyOf(candles)).toMatchObject({ change: 0.25, high: { date: '2017-01-05' }, low: { date: '2017-01-04' } }))
  it('is told with dates and unit', () => expect(sentenceOf(candles, 'raw', 'USD')).toBe('$125.00 at the close of Jan 5, 2017: +25.0% since the close of Jan 3, 2017, between $80.00 (Jan 4, 2017) and $125.00 (Jan 5, 2017). Prices are as traded: splits and dividends show as jumps.'))
  it('needs prices', () => expect(storyOf([])).toBeUndefined())
})
