import { useWidth } from './useWidth'
import { LEFT, Legend, ValueLines } from './parts'
import { extent, linearScale } from './scale'

export type Place = { readonly x: number; readonly y: number }

/** A place with a name; those without a label are told by the legend or the table. */
export type Dot = Place & { readonly name: string; readonly kind: 'own' | 'strong' | 'faint'; readonly label?: string }

type Props = {
  readonly label: string
  /** Left to right. */
  readonly line: readonly Place[]
  readonly lineName: string
  readonly dots: readonly Dot[]
  /** What the kinds of dots are, for the legend. */
  readonly kinds: readonly { readonly kind: Dot['kind']; readonly name: string }[]
  /** A line from top to bottom, such as a limit. */
  readonly limit?: { readonly x: number; readonly name: string } | undefined
  readonly axes: { readonly x: string; readonly y: string }
  readonly formatValue: (value: number) => string
  readonly height?: number
}

const RIGHT = 16
const TOP = 20
const BOTTOM = 40
/** Room for a label below, in pixels. */
const LABEL = 80

const FILL = { own: 'var(--warn)', strong: 'var(--series-1)', faint: 'var(--text-dim)' } as const
const RADIUS = { own: 7, strong: 4.5, faint: 2.5 } as const

/** Places by two amounts, with a line among them: return against risk. */
export function ScatterChart({ label, line, lineName, dots, kinds, limit, axes, formatValue, height = 300 }: Props) {
  const [frame, width] = useWidth()
  const [left, right] = extent([...line, ...dots].map((place) => place.x).concat(limit ? [limit.x] : []))
  const [low, high] = extent([...line, ...dots].map((place) => place.y))
  const x = linearScale(Math.min(0, left), right, LEFT, width - RIGHT, Math.max(2, Math.floor(width / LABEL)))
  const y = linearScale(low, high, height - BOTTOM, TOP)
  const labelled = apart(dots.filter((dot) => dot.label), (dot) => ({ x: x.at(dot.x), y: y.at(dot.y) }))
  return (
    <>
      <svg ref={frame} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <ValueLines y={y} right={width - RIGHT} formatValue={formatValue} />
        {x.ticks.map((tick) => (
          <text key={tick} x={x.at(tick)} y={height - BOTTOM + 16} text-anchor="middle">
            {formatValue(tick)}
          </text>
        ))}
        <text x={LEFT} y={12}>
          {axes.y}
        </text>
        <text x={width - RIGHT} y={height - 6} text-anchor="end">
          {axes.x}
        </text>
        {limit && <line x1={x.at(limit.x)} x2={x.at(limit.x)} y1={TOP} y2={height - BOTTOM} stroke="var(--text-dim)" stroke-dasharray="4 4" />}
        <path d={line.map((place, i) => `${i === 0 ? 'M' : 'L'}${x.at(place.x).toFixed(1)} ${y.at(place.y).toFixed(1)}`).join('')} fill="none" stroke="var(--series-1)" stroke-width="2" />
        {dots.map((dot) => (
          <g key={`${dot.kind} ${dot.name}`}>
            <circle cx={x.at(dot.x)} cy={y.at(dot.y)} r={RADIUS[dot.kind]} fill={FILL[dot.kind]} stroke={dot.kind === 'own' ? 'var(--text)' : 'none'} opacity={dot.kind === 'faint' ? 0.55 : 1}>
              <title>{dot.name}</title>
            </circle>
            {labelled.has(dot) && (
              <text x={x.at(dot.x) + (isRight(dot.x, x) ? -8 : 8)} y={y.at(dot.y) + 4} text-anchor={isRight(dot.x, x) ? 'end' : 'start'} style={{ fill: 'var(--text)' }}>
                {dot.label}
              </text>
            )}
          </g>
        ))}
      </svg>
      <Legend
        signs={[
          { name: lineName, style: { background: 'var(--series-1)', height: '3px' } },
          ...kinds.map(({ kind, name }) => ({ name, style: { background: FILL[kind], borderRadius: '50%' } })),
          ...(limit ? [{ name: limit.name, style: { background: 'var(--text-dim)', width: '2px' } }] : []),
        ]}
      />
    </>
  )
}

const LABEL_WIDTH = 44
const LABEL_HEIGHT = 12

/** Those whose labels lie on no earlier one's. */
export function apart<T>(dots: readonly T[], at: (dot: T) => Place): ReadonlySet<T> {
  const taken: Place[] = []
  const free = dots.filter((dot) => {
    const place = at(dot)
    const isFree = taken.every((other) => Math.abs(other.x - place.x) >= LABEL_WIDTH || Math.abs(other.y - place.y) >= LABEL_HEIGHT)
    if (isFree) taken.push(place)
    return isFree
  })
  return new Set(free)
}

/** A label there would leave the picture. */
const isRight = (value: number, scale: { readonly min: number; readonly max: number }): boolean => value > scale.min + 0.8 * (scale.max - scale.min)
