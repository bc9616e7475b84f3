import type { Scale } from './scale'

/** Room left of a chart for its values, in pixels. */
export const LEFT = 56

/** Lines across at the values of a scale, with their labels left of them. @param right  where the lines end */
export function ValueLines({ y, right, formatValue }: { readonly y: Scale; readonly right: number; readonly formatValue: (value: number) => string }) {
  return (
    <>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={right} y1={y.at(tick)} y2={y.at(tick)} stroke={tick === 0 ? 'var(--line-strong)' : 'var(--line)'} />
          <text x={LEFT - 6} y={y.at(tick) + 4} text-anchor="end">
            {formatValue(tick)}
          </text>
        </g>
      ))}
    </>
  )
}

export type Sign = { readonly name: string; readonly style: Readonly<Record<string, string | number>> }

/** What the colours of a chart mean. */
export const Legend = ({ signs }: { readonly signs: readonly Sign[] }) => (
  <ul class="legend">
    {signs.map(({ name, style }) => (
      <li key={name}>
        <span class="legend-sign" style={style} aria-hidden="true" />
        {name}
      </li>
    ))}
  </ul>
)
