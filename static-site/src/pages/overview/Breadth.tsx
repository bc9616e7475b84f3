import type { MarketBreadth } from '~/api'
import { ChartFrame } from '~/charts'
import { Figure, Figures, type Column } from '~/components'
import { counted, formatInteger, formatPercent } from '~/format'
import { breadthParts, breadthSentence, type BreadthPart } from './overview'

/** How many rose and fell, as numbers and as one bar. */
export function Breadth({ breadth }: { readonly breadth: MarketBreadth }) {
  const parts = breadthParts(breadth)
  const shown = parts.filter((part) => part.count > 0 || part.isMain)
  const columns: readonly Column<BreadthPart>[] = [
    { id: 'label', label: 'Session', cell: (part) => part.label },
    { id: 'count', label: 'Assets', isNumber: true, cell: (part) => formatInteger(part.count) },
    { id: 'share', label: 'Share', isNumber: true, cell: (part) => formatPercent(part.count / Math.max(breadth.assets, 1)) },
    { id: 'note', label: 'Meaning', isMinor: true, cell: (part) => <span class="dim">{part.note}</span> },
  ]
  return (
    <ChartFrame title="How many rose and fell" sentence={breadthSentence(breadth)} table={{ columns, rows: parts, rowKey: (part) => part.label }}>
      <div class="breadth">
        <div class="breadth-bar" role="img" aria-label={shown.map((part) => `${part.label}: ${counted(part.count, 'asset')}`).join(', ')}>
          {shown.filter((part) => part.count > 0).map((part) => (
            <span key={part.label} style={{ flexGrow: part.count, background: part.colour }} />
          ))}
        </div>
        <Figures>
          {shown.map((part) => (
            <Figure key={part.label} label={<PartLabel part={part} />} note={formatPercent(part.count / Math.max(breadth.assets, 1), 0)}>
              {formatInteger(part.count)}
            </Figure>
          ))}
        </Figures>
      </div>
    </ChartFrame>
  )
}

const PartLabel = ({ part }: { readonly part: BreadthPart }) => (
  <span class="part-label">
    <span class="legend-sign" aria-hidden="true" style={{ background: part.colour }} />
    {part.label}
  </span>
)
