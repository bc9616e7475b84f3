import type { IChartApi, ISeriesApi, LineWidth, SeriesMarker, SeriesPartialOptionsMap, Time } from 'lightweight-charts'
import { formatDate, formatPrice } from '~/format'
import { token } from '~/state/theme'

/** One session; numbers for drawing. */
export type Candle = { readonly date: string; readonly open: number; readonly high: number; readonly low: number; readonly close: number; readonly volume: number | null }

/** A line over the candles, or in a pane of its own: 1 and more lie below the price. */
export type Overlay = {
  readonly name: string
  readonly points: readonly { readonly date: string; readonly value: number | null }[]
  readonly pane?: number
  /** A token such as --series-2. */
  readonly colour?: `--${string}`
  readonly kind?: 'line' | 'histogram'
  readonly isDashed?: boolean
  /** How its values are written; as prices unless said otherwise. */
  readonly formatValue?: (value: number) => string
  /** Dashed lines across its pane, such as 30 and 70 of an index from 0 to 100. */
  readonly levels?: readonly number[]
  /** The ends of its pane where they do not follow the values. */
  readonly between?: readonly [number, number]
}

/** Something that happened on a day: a split, a dividend, an article. */
export type Marker = {
  readonly date: string
  /** One or a few characters, drawn at the session. */
  readonly text: string
  readonly kind: 'split' | 'dividend' | 'news' | 'note'
  /** The whole of it, said when the session is reached. */
  readonly detail?: string
}

export type Library = typeof import('lightweight-charts')

export type Drawn = { readonly chart: IChartApi; readonly prices: ISeriesApi<'Candlestick'> }

export type Drawing = { readonly candles: readonly Candle[]; readonly overlays: readonly Overlay[]; readonly markers: readonly Marker[]; readonly showsVolume: boolean }

export const overlayColour = (overlay: Overlay, i: number): `--${string}` => overlay.colour ?? `--series-${(i % 8) + 1}`

/** The price's pane is so many times as high as each pane below it. */
const PRICE_SHARE = 3

export function draw(library: Library, element: HTMLElement, drawing: Drawing): Drawn {
  const chart = library.createChart(element, chartOptions(library))
  const prices = chart.addSeries(library.CandlestickSeries, {
    upColor: token('--up'),
    downColor: token('--down'),
    borderUpColor: token('--up'),
    borderDownColor: token('--down'),
    wickUpColor: token('--up'),
    wickDownColor: token('--down'),
  })
  prices.setData(drawing.candles.map((candle) => ({ time: candle.date, open: candle.open, high: candle.high, low: candle.low, close: candle.close })))
  if (drawing.showsVolume) drawVolume(library, chart, drawing.candles)
  const begun = new Set([0])
  for (const [i, overlay] of drawing.overlays.entries()) {
    drawOverlay(library, chart, overlay, i, !begun.has(overlay.pane ?? 0))
    begun.add(overlay.pane ?? 0)
  }
  library.createSeriesMarkers(prices, drawing.markers.map(markerOf))
  for (const [i, pane] of chart.panes().entries()) pane.setStretchFactor(i === 0 ? PRICE_SHARE : 1)
  chart.timeScale().fitContent()
  return { chart, prices }
}

const chartOptions = (library: Library) => ({
  autoSize: true,
  // The library's logo brings a style element, which the Content-Security-Policy forbids; the footer names its makers.
  layout: { background: { color: 'transparent' }, textColor: token('--text-dim'), fontFamily: token('--font'), fontSize: 11, attributionLogo: false, panes: { separatorColor: token('--line-strong'), enableResize: false } },
  grid: { vertLines: { color: token('--line') }, horzLines: { color: token('--line') } },
  rightPriceScale: { borderColor: token('--line') },
  timeScale: { borderColor: token('--line'), minBarSpacing: 0.05, fixLeftEdge: true, fixRightEdge: true },
  crosshair: { mode: library.CrosshairMode.Magnet, vertLine: crosshairLine(), horzLine: crosshairLine() },
  localization: { priceFormatter: formatPrice, timeFormatter: (time: Time) => (typeof time === 'string' ? formatDate(time) : '') },
  // The wheel and a finger that moves up or down scroll the page, not the chart.
  handleScroll: { mouseWheel: false, vertTouchDrag: false },
  handleScale: { mouseWheel: false },
})

const crosshairLine = () => ({ color: token('--line-strong'), labelBackgroundColor: token('--accent-strong') })

function drawVolume(library: Library, chart: IChartApi, candles: readonly Candle[]): void {
  const series = chart.addSeries(library.HistogramSeries, { priceScaleId: 'volume', priceFormat: { type: 'volume' }, lastValueVisible: false, priceLineVisible: false })
  chart.priceScale('volume').applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } })
  const [up, down] = [token('--up-volume'), token('--down-volume')]
  series.setData(candles.flatMap((candle) => (candle.volume === null ? [] : [{ time: candle.date, value: candle.volume, color: candle.close >= candle.open ? up : down }])))
}

/** Names of lines over the candles stand in the legend: at the edge they would lie on one another and on the newest prices. */
function drawOverlay(library: Library, chart: IChartApi, overlay: Overlay, i: number, isFirstOfPane: boolean): void {
  const pane = overlay.pane ?? 0
  const { between, formatValue } = overlay
  const options: SeriesPartialOptionsMap['Line'] & SeriesPartialOptionsMap['Histogram'] = {
    color: token(overlayColour(overlay, i)),
    title: isFirstOfPane ? overlay.name : '',
    priceLineVisible: false,
    lastValueVisible: isFirstOfPane,
    ...(formatValue ? { priceFormat: { type: 'custom' as const, formatter: formatValue, minMove: 0.01 } } : {}),
    ...(between ? { autoscaleInfoProvider: () => ({ priceRange: { minValue: between[0], maxValue: between[1] } }) } : {}),
  }
  const data = overlay.points.map((point) => (point.value === null ? { time: point.date } : { time: point.date, value: point.value }))
  const thin = 1 as LineWidth
  const series =
    overlay.kind === 'histogram'
      ? chart.addSeries(library.HistogramSeries, options, pane)
      : chart.addSeries(library.LineSeries, { ...options, lineWidth: thin, crosshairMarkerVisible: false, lineStyle: overlay.isDashed ? library.LineStyle.Dashed : library.LineStyle.Solid }, pane)
  series.setData(data)
  for (const price of overlay.levels ?? []) series.createPriceLine({ price, color: token('--line-strong'), lineWidth: thin, lineStyle: library.LineStyle.Dashed, axisLabelVisible: false })
}

const SHAPES = { split: 'square', dividend: 'circle', news: 'arrowDown', note: 'circle' } as const

const MARKER_COLOURS = { split: '--series-5', dividend: '--series-3', news: '--series-4', note: '--series-7' } as const

const markerOf = (marker: Marker): SeriesMarker<Time> => ({
  time: marker.date,
  position: marker.kind === 'news' ? 'aboveBar' : 'belowBar',
  shape: SHAPES[marker.kind],
  color: token(MARKER_COLOURS[marker.kind]),
  text: marker.text,
})

const ZOOM = 0.8

/** Makes the visible range smaller (+) or larger around its middle. */
export function zoom(chart: IChartApi, isCloser: boolean): void {
  const range = chart.timeScale().getVisibleLogicalRange()
  if (!range) return
  const middle = (range.from + range.to) / 2
  const half = ((range.to - range.from) / 2) * (isCloser ? ZOOM : 1 / ZOOM)
  chart.timeScale().setVisibleLogicalRange({ from: middle - half, to: middle + half })
}

/** Moves the visible range so that a session lies in it. */
export function reveal(chart: IChartApi, index: number): void {
  const range = chart.timeScale().getVisibleLogicalRange()
  if (!range || (index >= range.from && index <= range.to)) return
  const width = range.to - range.from
  const from = index < range.from ? index : index - width
  chart.timeScale().setVisibleLogicalRange({ from, to: from + width })
}
