import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { SkeletonBlock } from '~/components/Skeleton'
import { formatCompact, formatDate, formatPrice, NOTHING } from '~/format'
import { theme } from '~/state/theme'
import { draw, overlayColour, reveal, zoom, type Candle, type Drawn, type Library, type Marker, type Overlay } from './priceDrawing'

type Props = {
  /** What the chart shows, for who does not see it. */
  readonly label: string
  /** Candles, overlays and markers are drawn anew when they are other objects: keep them by useMemo. */
  readonly candles: readonly Candle[]
  readonly overlays?: readonly Overlay[]
  readonly markers?: readonly Marker[]
  readonly showsVolume?: boolean
  /** In pixels. */
  readonly height?: number
  /** The session under the pointer or reached by the arrow keys. */
  readonly onPoint?: ((date: string | undefined) => void) | undefined
  /** A session was chosen by a click or Enter. */
  readonly onSelect?: ((date: string) => void) | undefined
}

const NO_OVERLAYS: readonly Overlay[] = []
const NO_MARKERS: readonly Marker[] = []

/**
 * Candles with volume, lines, panes and markers. The drawing library is loaded with the first chart. Left and right move
 * from session to session, Home and End to the ends, + and − zoom, Enter chooses; what is reached is read out.
 */
export function PriceChart(props: Props) {
  const { label, candles, overlays = NO_OVERLAYS, markers = NO_MARKERS, showsVolume = true, height = 420, onPoint, onSelect } = props
  const box = useRef<HTMLDivElement>(null)
  const drawn = useRef<Drawn | null>(null)
  const choose = useRef(onSelect)
  choose.current = onSelect
  const [library, setLibrary] = useState<Library>()
  const [failure, setFailure] = useState<unknown>()
  const [at, setAt] = useState<number>()
  const [isByKey, setByKey] = useState(false)
  const shade = theme.value

  useEffect(() => {
    import('lightweight-charts').then(setLibrary, setFailure)
  }, [])

  useEffect(() => {
    const element = box.current
    if (!library || !element) return undefined
    const made = draw(library, element, { candles, overlays, markers, showsVolume })
    drawn.current = made
    setAt(undefined)
    made.chart.subscribeCrosshairMove((event) => {
      // Moves without a pointer are those of the keys, which know where they are, or follow from a zoom, which clears them.
      if (!event.sourceEvent) return
      const index = candles.findIndex((candle) => candle.date === event.time)
      setByKey(false)
      setAt(index === -1 ? undefined : index)
    })
    made.chart.subscribeClick((event) => {
      if (typeof event.time === 'string') choose.current?.(event.time)
    })
    return () => {
      drawn.current = null
      made.chart.remove()
    }
  }, [library, candles, overlays, markers, showsVolume, shade, height])

  const candle = at === undefined ? undefined : candles[at]
  useEffect(() => onPoint?.(candle?.date), [candle?.date])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!drawn.current) return
    const to = targetOf(event.key, at ?? candles.length - 1, candles.length)
    if (event.key === '+' || event.key === '-') zoom(drawn.current.chart, event.key === '+')
    else if (event.key === 'Enter' && candle) onSelect?.(candle.date)
    else if (to === undefined) return
    goTo(drawn.current, candles, to ?? at)
    event.preventDefault()
    setByKey(true)
    if (to !== undefined) setAt(to)
  }

  const shown = candle ?? candles.at(-1)
  if (failure) throw failure
  return (
    <div class="price-chart">
      <div aria-live={isByKey ? 'polite' : 'off'}>
        <Readout candle={shown} markers={markers} />
        {overlays.length > 0 && <Legend overlays={overlays} date={shown?.date} />}
      </div>
      <div
        class="chart-canvas"
        role="application"
        aria-roledescription="price chart"
        aria-label={`${label}. Arrow keys move from session to session, plus and minus zoom${onSelect ? ', Enter chooses a session' : ''}.`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setAt(undefined)}
      >
        <div ref={box} style={{ height: `${height}px` }} aria-hidden="true" />
        {!library && <SkeletonBlock height={height} label="Loading the chart" />}
      </div>
    </div>
  )
}

function targetOf(key: string, at: number, count: number): number | undefined {
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: count - 1 }[key]
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1)
}

function goTo(drawn: Drawn, candles: readonly Candle[], index: number | undefined): void {
  const candle = index === undefined ? undefined : candles[index]
  if (!candle || index === undefined) return
  reveal(drawn.chart, index)
  drawn.chart.setCrosshairPosition(candle.close, candle.date, drawn.prices)
}

function Readout({ candle, markers }: { readonly candle: Candle | undefined; readonly markers: readonly Marker[] }) {
  if (!candle) return <p class="chart-readout">No prices</p>
  const events = markers.filter((marker) => marker.date === candle.date && marker.detail)
  return (
    <p class="chart-readout num">
      <strong>{formatDate(candle.date)}</strong> <span class="dim">open</span> {formatPrice(candle.open)} <span class="dim">high</span> {formatPrice(candle.high)} <span class="dim">low</span> {formatPrice(candle.low)}{' '}
      <span class="dim">close</span> {formatPrice(candle.close)} <span class="dim">volume</span> {formatCompact(candle.volume)}
      {events.map((event) => (
        <span key={`${event.kind} ${event.text}`}> · {event.detail}</span>
      ))}
    </p>
  )
}

/** The lines with their values of the session that is shown. */
function Legend({ overlays, date }: { readonly overlays: readonly Overlay[]; readonly date: string | undefined }) {
  const byDate = useMemo(() => overlays.map((overlay) => new Map(overlay.points.map((point) => [point.date, point.value]))), [overlays])
  return (
    <ul class="legend num">
      {overlays.map((overlay, i) => {
        const value = date === undefined ? undefined : byDate[i]?.get(date)
        return (
          <li key={overlay.name}>
            <span class="legend-sign" style={{ background: `var(${overlayColour(overlay, i)})` }} aria-hidden="true" />
            <span>
              {overlay.name} <span class="dim">{value == null ? NOTHING : (overlay.formatValue ?? formatPrice)(value)}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
