import { directionOf } from '~/format'
import { useWidth } from './useWidth'
import { LEFT, Legend, ValueLines } from './parts'
import { extent, linearScale, seriesColour } from './scale'

/** A named share of a whole or a named amount. */
export type Slice = { readonly label: string; readonly value: number; readonly colour?: string }

type Texts = { readonly label: string; readonly formatValue: (value: number) => string }

const RIGHT = 8
const TOP = 8
const BOTTOM = 22

/**
 * Shares of a whole. The legend is part of it: colours alone name nothing.
 *
 * @param centre      the one number that belongs into the hole, centreNote what it counts
 */
export function Donut({ slices, label, formatValue, centre, centreNote }: Texts & { readonly slices: readonly Slice[]; readonly centre?: string; readonly centreNote?: string }) {
  const total = slices.reduce((sum, slice) => sum + slice.value, 0)
  let from = 0
  return (
    <div class="donut">
      <svg viewBox="0 0 120 120" role="img" aria-label={label}>
        {slices.map((slice, i) => {
          const share = total > 0 ? slice.value / total : 0
          const arc = { offset: -from * 100, length: Math.max(share * 100 - 0.5, 0.1) }
          from += share
          return (
            <circle key={slice.label} cx="60" cy="60" r="46" fill="none" pathLength={100} stroke={slice.colour ?? seriesColour(i)} stroke-width="18" stroke-dasharray={`${arc.length} ${100 - arc.length}`} stroke-dashoffset={arc.offset} transform="rotate(-90 60 60)" />
          )
        })}
        {centre && (
          <text x="60" y={centreNote ? 61 : 65} text-anchor="middle" style={{ fontSize: '17px', fontWeight: 600, fill: 'var(--text)' }}>
            {centre}
          </text>
        )}
        {centreNote && (
          <text x="60" y="74" text-anchor="middle" style={{ fontSize: '8px' }}>
            {centreNote}
          </text>
        )}
      </svg>
      <ul class="legend donut-legend">
        {slices.map((slice, i) => (
          <li key={slice.label}>
            <span class="legend-sign" style={{ background: slice.colour ?? seriesColour(i) }} aria-hidden="true" />
            {slice.label} <span class="num dim">{formatValue(slice.value)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const ROW = 26
/** What stands right of the longest bar. */
const VALUE = 76

/** What stands left of the bars, in pixels. */
const labelWidth = (width: number): number => Math.min(180, width * 0.34)

const CHARACTER = 6.4

const fitting = (text: string, width: number): string => shortened(text, Math.floor(labelWidth(width) / CHARACTER))

/** Amounts side by side, from a common zero to both sides; up and down in their colours where `isSigned`. */
export function Bars({ slices, label, formatValue, isSigned = false }: Texts & { readonly slices: readonly Slice[]; readonly isSigned?: boolean }) {
  const [frame, width] = useWidth()
  const [low, high] = extent([0, ...slices.map((slice) => slice.value)])
  const scale = linearScale(low, high, labelWidth(width), width - VALUE)
  const zero = scale.at(0)
  return (
    <svg ref={frame} viewBox={`0 0 ${width} ${slices.length * ROW + 4}`} role="img" aria-label={label}>
      {slices.map((slice, i) => {
        const end = scale.at(slice.value)
        const fill = isSigned ? `var(--${directionOf(slice.value)})` : (slice.colour ?? 'var(--series-1)')
        return (
          <g key={slice.label} transform={`translate(0 ${i * ROW})`}>
            <text x="0" y="17">
              {fitting(slice.label, width)}
            </text>
            <rect x={Math.min(zero, end)} y="5" width={Math.max(Math.abs(end - zero), 1)} height="16" rx="2" fill={fill} />
            <text x={Math.max(zero, end) + 6} y="17" style={{ fill: 'var(--text)' }}>
              {formatValue(slice.value)}
            </text>
          </g>
        )
      })}
      <line x1={zero} x2={zero} y1="0" y2={slices.length * ROW} stroke="var(--line-strong)" />
    </svg>
  )
}

/**
 * Parts that add up: each bar begins where the one before ended, and the last is their sum.
 *
 * @param start  where the first part begins, usually 0
 */
export function ContributionBars({ slices, label, formatValue, start = 0, totalLabel = 'Sum' }: Texts & { readonly slices: readonly Slice[]; readonly start?: number; readonly totalLabel?: string }) {
  const [frame, width] = useWidth()
  const steps = runningSteps(slices, start)
  const total = steps.at(-1)?.to ?? start
  const [low, high] = extent([0, start, ...steps.map((step) => step.to)])
  const scale = linearScale(low, high, labelWidth(width), width - VALUE)
  const rows = [...steps, { label: totalLabel, value: total, from: 0, to: total, isTotal: true }]
  return (
    <svg ref={frame} viewBox={`0 0 ${width} ${rows.length * ROW + 4}`} role="img" aria-label={label}>
      <line x1={scale.at(0)} x2={scale.at(0)} y1="0" y2={rows.length * ROW} stroke="var(--line-strong)" />
      {rows.map((row, i) => {
        const left = Math.min(scale.at(row.from), scale.at(row.to))
        const length = Math.max(Math.abs(scale.at(row.to) - scale.at(row.from)), 1)
        return (
          <g key={row.label} transform={`translate(0 ${i * ROW})`}>
            <text x="0" y="17" style={row.isTotal ? { fill: 'var(--text)', fontWeight: 600 } : undefined}>
              {fitting(row.label, width)}
            </text>
            <rect x={left} y="5" width={length} height="16" rx="2" fill={row.isTotal ? 'var(--text-dim)' : `var(--${directionOf(row.value)})`} />
            <text x={left + length + 6} y="17" style={{ fill: 'var(--text)' }}>
              {formatValue(row.value)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

type Step = Slice & { readonly from: number; readonly to: number; readonly isTotal: boolean }

/** Where each part begins and ends on the way to their sum. */
export function runningSteps(slices: readonly Slice[], start: number): readonly Step[] {
  let at = start
  return slices.map((slice) => {
    const from = at
    at += slice.value
    return { ...slice, from, to: at, isTotal: false }
  })
}

export type LineSeries = { readonly name: string; readonly values: readonly (number | null)[]; readonly colour?: string; readonly isDashed?: boolean }

type LineProps = Texts & {
  /** One for each value, such as dates as they shall stand at the axis. */
  readonly points: readonly string[]
  readonly series: readonly LineSeries[]
  readonly height?: number
  /** Fills between the first series and zero, as a drawdown is drawn. */
  readonly isArea?: boolean
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[]; readonly name: string } | undefined
}

/** One or more lines over common points; gaps stay gaps. For prices use `PriceChart`. */
export function LineChart({ points, series, label, formatValue, height = 220, isArea = false, band }: LineProps) {
  const [frame, width] = useWidth()
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const [low, high] = extent([...values, ...(isArea ? [0] : []), ...(band ? [...band.low, ...band.high] : [])])
  const y = linearScale(low, high, height - BOTTOM, TOP)
  const x = (i: number): number => LEFT + (points.length > 1 ? (i / (points.length - 1)) * (width - LEFT - RIGHT) : 0)
  return (
    <>
      <svg ref={frame} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <Axis width={width} y={y} points={points} x={x} height={height} formatValue={formatValue} />
        {band && <path d={bandPath(band.low, band.high, x, y.at)} fill="var(--series-1)" opacity="0.18" />}
        {isArea && series[0] && <path d={bandPath(series[0].values.map(() => 0), series[0].values.map((value) => value ?? 0), x, y.at)} fill={series[0].colour ?? 'var(--down)'} opacity="0.25" />}
        {series.map((one, i) => (
          <path key={one.name} d={linePath(one.values, x, y.at)} fill="none" stroke={one.colour ?? seriesColour(i)} stroke-width="1.6" stroke-linejoin="round" stroke-dasharray={one.isDashed ? '5 4' : undefined} />
        ))}
      </svg>
      {series.length + (band ? 1 : 0) > 1 && (
        <Legend
          signs={[
            ...series.map((one, i) => ({ name: one.name, style: { background: one.colour ?? seriesColour(i) } })),
            ...(band ? [{ name: band.name, style: { background: 'var(--series-1)', opacity: 0.35 } }] : []),
          ]}
        />
      )}
    </>
  )
}

type FanProps = Texts & {
  readonly points: readonly string[]
  /** The widest first; each is drawn over the one before, so that the middle is darkest. */
  readonly bands: readonly { readonly name: string; readonly low: readonly number[]; readonly high: readonly number[] }[]
  readonly middle: readonly number[]
  readonly middleName: string
  /** A line across, such as what one begins with. */
  readonly level?: { readonly value: number; readonly name: string }
  readonly height?: number
}

/** Several ranges of what may come, one in another, around a middle line: a projection. */
export function Fan({ points, bands, middle, middleName, level, label, formatValue, height = 240 }: FanProps) {
  const [frame, width] = useWidth()
  const [low, high] = extent([...middle, ...bands.flatMap((band) => [...band.low, ...band.high]), ...(level ? [level.value] : [])])
  const y = linearScale(low, high, height - BOTTOM, TOP)
  const x = (i: number): number => LEFT + (points.length > 1 ? (i / (points.length - 1)) * (width - LEFT - RIGHT) : 0)
  const signs = [
    { name: middleName, style: { background: 'var(--series-1)' } },
    ...bands.map((band, i) => ({ name: band.name, style: { background: 'var(--series-1)', opacity: 1 - (1 - BAND_OPACITY) ** (i + 1) } })).reverse(),
    ...(level ? [{ name: level.name, style: { background: 'var(--text-dim)' } }] : []),
  ]
  return (
    <>
      <svg ref={frame} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <Axis width={width} y={y} points={points} x={x} height={height} formatValue={formatValue} />
        {bands.map((band) => (
          <path key={band.name} d={bandPath(band.low, band.high, x, y.at)} fill="var(--series-1)" opacity={BAND_OPACITY} />
        ))}
        {level && <line x1={LEFT} x2={width - RIGHT} y1={y.at(level.value)} y2={y.at(level.value)} stroke="var(--text-dim)" stroke-dasharray="4 4" />}
        <path d={linePath(middle, x, y.at)} fill="none" stroke="var(--series-1)" stroke-width="2" />
      </svg>
      <Legend signs={signs} />
    </>
  )
}

const BAND_OPACITY = 0.24

type AxisProps = { readonly width: number; readonly y: ReturnType<typeof linearScale>; readonly points: readonly string[]; readonly x: (i: number) => number; readonly height: number; readonly formatValue: (value: number) => string }

/** Room for a label below, in pixels. */
const LABEL = 96

function Axis({ width, y, points, x, height, formatValue }: AxisProps) {
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / LABEL))))
  return (
    <g>
      <ValueLines y={y} right={width - RIGHT} formatValue={formatValue} />
      {points.map((point, i) =>
        i % every === 0 ? (
          <text key={i} x={x(i)} y={height - 6} text-anchor={i === 0 ? 'start' : x(i) > width - RIGHT - LABEL / 3 ? 'end' : 'middle'}>
            {point}
          </text>
        ) : null,
      )}
    </g>
  )
}

/** A line without axes, for a table's cell; decoration, since the number stands beside it. */
export function Sparkline({ values, width = 80, height = 22 }: { readonly values: readonly number[]; readonly width?: number; readonly height?: number }) {
  const [low, high] = extent(values)
  const y = (value: number): number => height - 2 - ((value - low) / (high - low || 1)) * (height - 4)
  const x = (i: number): number => (values.length > 1 ? (i / (values.length - 1)) * width : 0)
  const direction = directionOf((values.at(-1) ?? 0) - (values[0] ?? 0))
  return (
    <svg class="sparkline" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={linePath(values, x, y)} fill="none" stroke={`var(--${direction})`} stroke-width="1.4" />
    </svg>
  )
}

export type HeatCell = { readonly row: string; readonly column: string; readonly value: number | null; readonly text: string }

/**
 * A grid of shades with a value in each cell: gaps per asset and month, correlations. It is a table, so it needs no other.
 *
 * @param strength  from 0 to 1, how strongly a cell is coloured; the hue follows the value's sign
 */
export function HeatGrid({ caption, rows, columns, cells, strength }: { readonly caption: string; readonly rows: readonly string[]; readonly columns: readonly string[]; readonly cells: readonly HeatCell[]; readonly strength: (value: number) => number }) {
  const at = new Map(cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]))
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="heat-grid">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column) => {
                const cell = at.get(`${row}\n${column}`)
                const value = cell?.value ?? null
                const hue = value !== null && value < 0 ? 'var(--down)' : 'var(--up)'
                const share = value === null ? 0 : Math.round(Math.min(Math.max(strength(value), 0), 1) * 40)
                return (
                  <td key={column} class="num" style={{ background: `color-mix(in srgb, ${hue} ${share}%, var(--surface))` }}>
                    {cell?.text ?? ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function linePath(values: readonly (number | null)[], x: (i: number) => number, y: (value: number) => number): string {
  let isDown = false
  return values
    .map((value, i) => {
      if (value === null || !Number.isFinite(value)) {
        isDown = false
        return ''
      }
      const command = `${isDown ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`
      isDown = true
      return command
    })
    .join('')
}

function bandPath(low: readonly number[], high: readonly number[], x: (i: number) => number, y: (value: number) => number): string {
  const there = high.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`)
  const back = low.map((value, i) => `L${x(i).toFixed(1)} ${y(value).toFixed(1)}`).reverse()
  return `${there.join('')}${back.join('')}Z`
}

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
