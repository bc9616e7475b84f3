import type { Decimal, PriceColumns } from '~/api'
import { toNumber } from '~/api'
import type { Marker, Overlay } from '~/charts'
import type { Column } from '~/components'
import { formatDate, formatInteger, formatNumber, formatPrice } from '~/format'

export type PriceRow = { readonly date: string; readonly open: Decimal; readonly high: Decimal; readonly low: Decimal; readonly close: Decimal; readonly volume: Decimal | null; readonly doubts: string; readonly source: string }

/** Sessions as rows, the newest first, with every digit that the API gave. */
export function priceRows(columns: readonly PriceColumns[]): readonly PriceRow[] {
  return columns.flatMap(rowsOf).reverse()
}

function rowsOf(column: PriceColumns): readonly PriceRow[] {
  return column.date.flatMap((date, i) => {
    const [open, high, low, close] = [column.open[i], column.high[i], column.low[i], column.close[i]]
    if (open === undefined || high === undefined || low === undefined || close === undefined) return []
    return [{ date, open, high, low, close, volume: column.volume[i] ?? null, doubts: (column.flags[i] ?? []).map(doubtName).join(', '), source: column.source[i] ?? '' }]
  })
}

const DOUBTS: Readonly<Record<string, string>> = {
  open_outside_range: 'open outside of low and high',
  zero_volume_flat: 'no volume and no move',
  large_move: 'large move, kept',
  volume_missing: 'no volume given',
  close_only: 'only the close is known',
  filled: 'filled in',
}

export const doubtName = (flag: string): string => DOUBTS[flag] ?? flag

const price = (id: 'open' | 'high' | 'low' | 'close', label: string, isMinor = false): Column<PriceRow> => ({ id, label, isNumber: true, isMinor, sortBy: (row) => toNumber(row[id]), cell: (row) => formatPrice(row[id]) })

const PRICE_COLUMNS: readonly Column<PriceRow>[] = [
  { id: 'date', label: 'Session', sortBy: (row) => row.date, cell: (row) => formatDate(row.date) },
  price('open', 'Open', true),
  price('high', 'High', true),
  price('low', 'Low', true),
  price('close', 'Close'),
  { id: 'volume', label: 'Volume', isNumber: true, sortBy: (row) => (row.volume === null ? undefined : toNumber(row.volume)), cell: (row) => formatInteger(row.volume) },
  { id: 'doubts', label: 'Doubts', isMinor: true, cell: (row) => <span class="dim">{row.doubts || 'none'}</span> },
  { id: 'source', label: 'Source', isMinor: true, cell: (row) => <span class="dim">{row.source}</span> },
]

/** All that the chart draws: prices, the lines over and below them, and what happened. */
export function priceColumns(overlays: readonly Overlay[], markers: readonly Marker[]): readonly Column<PriceRow>[] {
  const happened = happenedByDay(markers)
  return [
    ...PRICE_COLUMNS.slice(0, OF_THE_SESSION),
    ...overlays.map(lineColumn),
    ...(happened.size > 0 ? [{ id: 'happened', label: 'What happened', cell: (row: PriceRow) => happened.get(row.date) ?? '' }] : []),
    ...PRICE_COLUMNS.slice(OF_THE_SESSION),
  ]
}

/** Date, prices and volume; what is said about them comes last. */
const OF_THE_SESSION = 6

function lineColumn(overlay: Overlay): Column<PriceRow> {
  const values = new Map(overlay.points.map((point) => [point.date, point.value]))
  const value = (row: PriceRow): number | undefined => values.get(row.date) ?? undefined
  return { id: overlay.name, label: overlay.name, isNumber: true, sortBy: value, cell: (row) => lineValue(overlay, value(row)) }
}

/** Of an overlay, as the chart writes it. */
export const lineValue = (overlay: Overlay, value: number | undefined): string => (value === undefined ? '—' : (overlay.formatValue ?? formatLine)(value))

const formatLine = (value: number): string => formatNumber(value, 2)

function happenedByDay(markers: readonly Marker[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>()
  for (const { date, detail, text } of markers) days.set(date, [days.get(date), detail ?? text].filter(Boolean).join('; '))
  return days
}

/** Where the drawn lines stand at the end of the range; empty where none is drawn. */
export function linesSentence(overlays: readonly Overlay[]): string {
  const ends = overlays.map((overlay) => `${overlay.name} ${lineValue(overlay, overlay.points.at(-1)?.value ?? undefined)}`)
  return ends.length > 0 ? ` Lines at its end: ${ends.join('; ')}.` : ''
}
