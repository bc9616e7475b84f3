import { linearScale } from '~/charts'
import { useWidth } from '~/charts/useWidth'
import { directionOf, formatMonth, formatSigned } from '~/format'
import { nearest, sessionText, type Session } from './sentiment'

const HEIGHT = 180
const LEFT = 44
const RIGHT = 8
const TOP = 8
const BOTTOM = 22
const THINNEST = 2
const THICKEST = 8
/** Room for a label below, in pixels. */
const LABEL = 80

type Props = { readonly sessions: readonly Session[]; readonly chosen: number; readonly label: string; readonly first: string; readonly last: string; readonly onChoose: (index: number) => void }

/** A bar for each session that was written about, up or down from zero. It is chosen from like a slider: by a click or by the arrow keys. */
export function SentimentChart({ sessions, chosen, label, first, last, onChoose }: Props) {
  const [frame, width] = useWidth()
  const inner = width - LEFT - RIGHT
  const y = linearScale(-1, 1, HEIGHT - BOTTOM, TOP)
  const x = (at: number): number => LEFT + at * inner
  const thickness = Math.min(Math.max(inner / (sessions.length * 2 || 1), THINNEST), THICKEST)
  const session = sessions[chosen]

  const choose = (event: MouseEvent): void => {
    const box = frame.current?.getBoundingClientRect()
    if (box) onChoose(nearest(sessions, (event.clientX - box.left - LEFT * (box.width / width)) / (inner * (box.width / width))))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: chosen - 1, ArrowDown: chosen - 1, ArrowRight: chosen + 1, ArrowUp: chosen + 1, Home: 0, End: sessions.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onChoose(Math.min(Math.max(to, 0), sessions.length - 1))
  }
  return (
    <div class="sentiment-chart" role="slider" tabIndex={0} aria-label={label} aria-valuemin={1} aria-valuemax={sessions.length} aria-valuenow={chosen + 1} aria-valuetext={session ? sessionText(session) : undefined} onClick={choose} onKeyDown={onKeyDown}>
      <svg ref={frame} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        {y.ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={width - RIGHT} y1={y.at(tick)} y2={y.at(tick)} stroke={tick === 0 ? 'var(--line-strong)' : 'var(--line)'} />
            <text x={LEFT - 6} y={y.at(tick) + 4} text-anchor="end">
              {formatSigned(tick, 1)}
            </text>
          </g>
        ))}
        {session && <rect x={x(session.at) - thickness / 2 - 3} width={thickness + 6} y={TOP} height={HEIGHT - TOP - BOTTOM} fill="var(--surface-hover)" stroke="var(--accent)" />}
        {sessions.map((one) => (
          <Bar key={one.date} session={one} x={x(one.at)} thickness={thickness} y={y.at} />
        ))}
        {monthsBetween(first, last, Math.floor(inner / LABEL)).map((month) => (
          <text key={month.date} x={x(month.at)} y={HEIGHT - 6} text-anchor="start">
            {formatMonth(month.date)}
          </text>
        ))}
      </svg>
    </div>
  )
}

function Bar({ session, x, thickness, y }: { readonly session: Session; readonly x: number; readonly thickness: number; readonly y: (value: number) => number }) {
  if (session.score === null) return <circle cx={x} cy={y(0)} r="2.5" fill="none" stroke="var(--text-dim)" />
  const [top, bottom] = session.score > 0 ? [y(session.score), y(0)] : [y(0), y(session.score)]
  return <rect x={x - thickness / 2} y={top} width={thickness} height={Math.max(bottom - top, 2)} rx="1" fill={`var(--${directionOf(session.score)})`} opacity={session.kind === 'social' ? 0.6 : 1} />
}

const DAY_MS = 86_400_000

/** Firsts of months for the axis, about so many, with their place between the two days. */
export function monthsBetween(first: string, last: string, most: number): readonly { readonly date: string; readonly at: number }[] {
  const [from, to] = [Date.parse(first), Date.parse(last)]
  const begin = new Date(from)
  const months: { readonly date: string; readonly at: number }[] = []
  for (let i = 1; ; i++) {
    const day = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + i, 1)
    // A label that begins at the very end would stand outside.
    if (day > to - ((to - from) / Math.max(most, 1)) * 0.8) break
    months.push({ date: new Date(day).toISOString().slice(0, 10), at: (day - from) / Math.max(to - from, DAY_MS) })
  }
  const every = Math.max(1, Math.ceil(months.length / Math.max(most, 1)))
  return months.filter((_, i) => i % every === 0)
}
