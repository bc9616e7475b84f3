import { useEffect, useRef, useState } from 'preact/hooks'
import type { IChartApi, ISeriesApi, SeriesMarker, Time } from 'lightweight-charts'
import { SkeletonBlock } from '~/components/Skeleton'
import { formatCompact, formatDate, formatPrice } from '~/format'
import { theme, token } from '~/state/theme'

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
}

/** Something that happened on a day: a split, a dividend, an article. */
export type Marker = { readonly date: string; readonly text: string; readonly kind: 'split' | 'dividend' | 'news' | 'note' }

type Props = {
  /** What the chart shows, for who does not see it. */
  readonly label: string
  readonly candles: readonly Candle[]
  readonly overlays?: readonly Overlay[]
  readonly markers?: readonly Marker[]
  readonly showsVolume?: boolean
  /** In pixels. */
  readonly height?: number
  /** The session under the pointer or reached by the arrow keys. */
  readonly onPoint?: ((date: string | undefined) => void) | undefined
}

type Library = typeof import('lightweight-charts')

const SHAPES = { split: 'square', dividend: 'circle', news: 'arrowDown', note: 'circle' } as const

/**
 * Candles with volume, lines, panes and markers. The drawing library is loaded with the first chart. Left and right move
 * from session to session, Home and End to the ends, + and − zoom; what is reached is read out.
 */
export function PriceChart(props: Props) {
  const { label, candles, height = 420, onPoint } = props
  const box = useRef<HTMLDivElement>(null)
  const drawn = useRef<Drawn | null>(null)
  const [library, setLibrary] = useState<Library>()
  const [failure, setFailure] = useState<unknown>()
  const [at, setAt] = useState<number>()
  const shade = theme.value

  useEffect(() => {
    import('lightweight-charts').then(setLibrary, setFailure)
  }, [])

  useEffect(() => {
    const element = box.current
    if (!library || !element) return undefined
    const made = draw(library, element, props)
    drawn.current = made
    made.chart.subscribeCrosshairMove((event) => {
      const index = event.time === undefined ? undefined : candles.findIndex((candle) => candle.date === event.time)
      setAt(index === -1 ? undefined : index)
    })
    return () => {
      drawn.current = null
      made.chart.remove()
    }
  }, [library, candles, props.overlays, props.markers, props.showsVolume, shade, height])

  const candle = at === undefined ? undefined : candles[at]
  useEffect(() => onPoint?.(candle?.date), [candle?.date])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (drawn.current && step(event, drawn.current, candles, at ?? candles.length - 1, setAt)) event.preventDefault()
  }

  if (failure) throw failure
  return (
    <div class="price-chart">
      <p class="chart-readout num" aria-live="polite">
        {readout(candle ?? candles.at(-1))}
      </p>
      <div class="chart-canvas" role="application" aria-roledescription="price chart" aria-label={`${label}. Arrow keys move from session to session.`} tabIndex={0} onKeyDown={onKeyDown}>
        <div ref={box} style={{ height: `${height}px` }} aria-hidden="true" />
        {!library && <SkeletonBlock height={height} label="Loading the chart" />}
      </div>
    </div>
  )
}

const readout = (candle: Candle | undefined): string =>
  candle ? `${formatDate(candle.date)} · open ${formatPrice(candle.open)} · high ${formatPrice(candle.high)} · low ${formatPrice(candle.low)} · close ${formatPrice(candle.close)} · volume ${formatCompact(candle.volume)}` : 'No prices'

type Drawn = { readonly chart: IChartApi; readonly prices: ISeriesApi<'Candlestick'> }

function draw(library: Library, element: HTMLElement, props: Props): Drawn {
  const chart = library.createChart(element, {
    autoSize: true,
    // The library's logo brings a style element, which the Content-Security-Policy forbids; the footer names its makers.
    layout: { background: { color: 'transparent' }, textColor: token('--text-dim'), fontFamily: token('--font'), fontSize: 11, attributionLogo: false, panes: { separatorColor: token('--line'), enableResize: false } },
    grid: { vertLines: { color: token('--line') }, horzLines: { color: token('--line') } },
    rightPriceScale: { borderColor: token('--line') },
    timeScale: { borderColor: token('--line'), minBarSpacing: 0.05 },
    crosshair: { mode: library.CrosshairMode.Magnet },
    localization: { priceFormatter: formatPrice },
  })
  const prices = chart.addSeries(library.CandlestickSeries, {
    upColor: token('--up'),
    downColor: token('--down'),
    borderUpColor: token('--up'),
    borderDownColor: token('--down'),
    wickUpColor: token('--up'),
    wickDownColor: token('--down'),
  })
  prices.setData(props.candles.map((candle) => ({ time: candle.date, open: candle.open, high: candle.high, low: candle.low, close: candle.close })))
  if (props.showsVolume ?? true) drawVolume(library, chart, props.candles)
  for (const [i, overlay] of (props.overlays ?? []).entries()) drawOverlay(library, chart, overlay, i)
  library.createSeriesMarkers(prices, (props.markers ?? []).map(markerOf))
  chart.timeScale().fitContent()
  return { chart, prices }
}

function drawVolume(library: Library, chart: IChartApi, candles: readonly Candle[]): void {
  const series = chart.addSeries(library.HistogramSeries, { priceScaleId: 'volume', priceFormat: { type: 'volume' }, lastValueVisible: false, priceLineVisible: false })
  chart.priceScale('volume').applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } })
  const [up, down] = [token('--up-soft'), token('--down-soft')]
  series.setData(candles.flatMap((candle) => (candle.volume === null ? [] : [{ time: candle.date, value: candle.volume, color: candle.close >= candle.open ? up : down }])))
}

function drawOverlay(library: Library, chart: IChartApi, overlay: Overlay, i: number): void {
  const options = { color: token(overlay.colour ?? `--series-${(i % 8) + 1}`), title: overlay.name, priceLineVisible: false, lastValueVisible: true }
  const data = overlay.points.map((point) => (point.value === null ? { time: point.date } : { time: point.date, value: point.value }))
  if (overlay.kind === 'histogram') chart.addSeries(library.HistogramSeries, options, overlay.pane ?? 0).setData(data)
  else chart.addSeries(library.LineSeries, { ...options, lineWidth: 1 }, overlay.pane ?? 0).setData(data)
}

const markerOf = (marker: Marker): SeriesMarker<Time> => ({
  time: marker.date,
  position: marker.kind === 'news' ? 'aboveBar' : 'belowBar',
  shape: SHAPES[marker.kind],
  color: token(marker.kind === 'news' ? '--series-4' : '--series-5'),
  text: marker.text,
})

const ZOOM = 0.8

/** @returns whether the key was taken */
function step(event: KeyboardEvent, drawn: Drawn, candles: readonly Candle[], at: number, setAt: (at: number) => void): boolean {
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: candles.length - 1 }[event.key]
  if (to !== undefined) {
    const index = Math.min(Math.max(to, 0), candles.length - 1)
    const candle = candles[index]
    if (candle) drawn.chart.setCrosshairPosition(candle.close, candle.date, drawn.prices)
    setAt(index)
    return true
  }
  if (event.key !== '+' && event.key !== '-') return false
  const range = drawn.chart.timeScale().getVisibleLogicalRange()
  if (range) {
    const middle = (range.from + range.to) / 2
    const half = ((range.to - range.from) / 2) * (event.key === '+' ? ZOOM : 1 / ZOOM)
    drawn.chart.timeScale().setVisibleLogicalRange({ from: middle - half, to: middle + half })
  }
  return true
}
