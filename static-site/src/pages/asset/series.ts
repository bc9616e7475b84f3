import { numberOf, toNumber, type Decimal, type CorporateAction, type PriceColumns, type SentimentPoint, type SignalFields } from '~/api'
import type { Candle, Marker, Overlay } from '~/charts'
import { counted, formatMoney, formatNumber, formatPercent, formatPrice, formatSigned } from '~/format'
import type { LineName } from './view'

/** Columns of several answers, one after the other. */
export function candlesOf(columns: readonly PriceColumns[]): readonly Candle[] {
  return columns.flatMap((column) =>
    column.date.map((date, i) => ({
      date,
      open: numberAt(column.open, i),
      high: numberAt(column.high, i),
      low: numberAt(column.low, i),
      close: numberAt(column.close, i),
      volume: numberOf(column.volume[i]) ?? null,
    })),
  )
}

const numberAt = (values: readonly Decimal[], i: number): number => numberOf(values[i]) ?? Number.NaN

type Field = Exclude<keyof SignalFields, 'date'>

type Line = {
  /** Of the switch. */
  readonly label: string
  /** Over the prices, or in a pane of its own. */
  readonly place: 'price' | 'pane'
  readonly parts: readonly { readonly field: Field; readonly name: string; readonly colour: `--${string}`; readonly kind?: 'line' | 'histogram'; readonly isDashed?: boolean }[]
  readonly formatValue?: (value: number) => string
  readonly levels?: readonly number[]
  readonly between?: readonly [number, number]
}

const percent = (value: number): string => formatPercent(value, 1)
const points = (value: number): string => formatNumber(value, 1)

/** How each line is drawn. A colour is the same wherever the line stands, so that it is found again. */
export const LINE_STYLES: Readonly<Record<LineName, Line>> = {
  sma_20: { label: 'SMA 20', place: 'price', parts: [{ field: 'sma_20', name: 'Average of 20 closes', colour: '--series-5' }] },
  sma_50: { label: 'SMA 50', place: 'price', parts: [{ field: 'sma_50', name: 'Average of 50 closes', colour: '--series-3' }] },
  sma_200: { label: 'SMA 200', place: 'price', parts: [{ field: 'sma_200', name: 'Average of 200 closes', colour: '--series-4' }] },
  ema: {
    label: 'EMA 12 and 26',
    place: 'price',
    parts: [
      { field: 'ema_12', name: 'EMA 12', colour: '--series-6' },
      { field: 'ema_26', name: 'EMA 26', colour: '--series-8' },
    ],
  },
  bollinger: {
    label: 'Bollinger',
    place: 'price',
    parts: [
      { field: 'bollinger_upper', name: 'Bollinger, upper', colour: '--series-7', isDashed: true },
      { field: 'bollinger_lower', name: 'Bollinger, lower', colour: '--series-7', isDashed: true },
    ],
  },
  rsi: { label: 'RSI', place: 'pane', parts: [{ field: 'rsi_14', name: 'RSI 14', colour: '--series-5' }], formatValue: points, levels: [30, 70], between: [0, 100] },
  macd: {
    label: 'MACD',
    place: 'pane',
    parts: [
      { field: 'macd', name: 'MACD', colour: '--series-1' },
      { field: 'macd_signal', name: 'MACD signal', colour: '--series-2' },
      { field: 'macd_histogram', name: 'MACD less signal', colour: '--series-7', kind: 'histogram' },
    ],
    formatValue: (value) => formatSigned(value, 2),
  },
  volatility: { label: 'Volatility', place: 'pane', parts: [{ field: 'volatility_30d', name: 'Volatility, 30 sessions, a year', colour: '--series-8' }], formatValue: percent },
  drawdown: { label: 'Worst fall', place: 'pane', parts: [{ field: 'max_drawdown_1y', name: 'Deepest fall of a year', colour: '--series-2' }], formatValue: percent },
}

/** The signals to ask for, as the API lists them; undefined where no line is drawn. */
export function indicatorsOf(lines: readonly LineName[]): string | undefined {
  const fields = lines.flatMap((line) => LINE_STYLES[line].parts.map((part) => part.field))
  return fields.length ? fields.join(',') : undefined
}

/** Panes below the price that the lines need. */
export const panesOf = (lines: readonly LineName[]): number => lines.filter((line) => LINE_STYLES[line].place === 'pane').length

/** The lines as they are drawn, each pane below the one before. */
export function overlaysOf(lines: readonly LineName[], signals: readonly SignalFields[]): readonly Overlay[] {
  let pane = 0
  return lines.flatMap((name) => {
    const { parts, place, formatValue, levels, between } = LINE_STYLES[name]
    if (place === 'pane') pane++
    const at = place === 'pane' ? pane : 0
    return parts.map((part, i) => ({
      name: part.name,
      colour: part.colour,
      pane: at,
      points: signals.map((signal) => ({ date: signal.date, value: numberOf(signal[part.field]) ?? null })),
      ...(part.kind ? { kind: part.kind } : {}),
      ...(part.isDashed ? { isDashed: part.isDashed } : {}),
      ...(formatValue ? { formatValue } : {}),
      ...(levels && i === 0 ? { levels } : {}),
      ...(between ? { between } : {}),
    }))
  })
}

/** The range is cut in so many parts, and the session of each that was written about most is marked: more would hide the prices. */
const NEWS_PARTS = 12

/** Where there are more, dividends are dots without a letter. */
const MOST_NAMED = 8

/** Splits, dividends and the sessions that were written about most, on sessions that are drawn, oldest first. */
export function markersOf(actions: readonly CorporateAction[], points: readonly SentimentPoint[], candles: readonly Candle[], currency: string): readonly Marker[] {
  const drawn = new Set(candles.map((candle) => candle.date))
  const happened = actions.filter((action) => drawn.has(action.ex_date))
  const isCrowded = happened.length > MOST_NAMED
  const events = happened.map((action) => actionMarker(action, currency)).map((marker) => (isCrowded && marker.kind === 'dividend' ? { ...marker, text: '' } : marker))
  const news = busiest(points.filter((point) => drawn.has(point.date)), candles).map((point): Marker => ({
    date: point.date,
    text: String(textsOf(point)),
    kind: 'news',
    detail: `${counted(textsOf(point), 'article')}, sentiment ${formatSigned(point.avg_sentiment ?? point.social_sentiment)}`,
  }))
  return [...events, ...news].sort((one, other) => one.date.localeCompare(other.date))
}

export const textsOf = (point: SentimentPoint): number => point.news_count + point.social_count

/** Of each part of the range the session with the most texts, the newer one of equals. */
function busiest(points: readonly SentimentPoint[], candles: readonly Candle[]): readonly SentimentPoint[] {
  const part = new Map(candles.map((candle, i) => [candle.date, Math.floor((i * NEWS_PARTS) / candles.length)]))
  const best = new Map<number, SentimentPoint>()
  for (const point of points) {
    const at = part.get(point.date) ?? 0
    if (textsOf(point) > 0 && textsOf(point) >= textsOf(best.get(at) ?? NOTHING_WRITTEN)) best.set(at, point)
  }
  return [...best.values()]
}

const NOTHING_WRITTEN: SentimentPoint = { date: '', news_count: 0, social_count: 0, abstained_count: 0 }

function actionMarker(action: CorporateAction, currency: string): Marker {
  const base = { date: action.ex_date }
  switch (action.kind) {
    case 'split':
      return { ...base, kind: 'split', text: splitText(action.value), detail: `Split ${splitText(action.value)}` }
    case 'dividend':
      return { ...base, kind: 'dividend', text: 'D', detail: `Dividend ${dividendText(action.value, currency)} a share` }
    case 'spin_off':
      return { ...base, kind: 'split', text: 'S', detail: `Spin-off, prices before divided by ${formatPrice(action.value)}` }
  }
}

const DIVIDEND_DIGITS = 4

const dividendText = (value: Decimal, currency: string): string => formatMoney(value, currency, /\.\d{3,}/.test(value) ? DIVIDEND_DIGITS : 2)

/** 7:1 for seven new shares for an old one, 1:10 for the reverse. */
export function splitText(value: Decimal): string {
  const ratio = toNumber(value)
  return ratio >= 1 ? `${formatNumber(ratio, 4)}:1` : `1:${formatNumber(1 / ratio, 4)}`
}

/** What the action did, in words. */
export function actionText(action: CorporateAction, currency: string): string {
  return actionMarker(action, currency).detail ?? action.kind
}
