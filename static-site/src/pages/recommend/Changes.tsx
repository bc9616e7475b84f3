import { toNumber, type Recommendation, type RecommendedNextInLine, type RecommendedSale } from '~/api'
import { DataTable, Panel, type Column } from '~/components'
import { asSentence, formatFixed, formatPercent, formatSignedPercent } from '~/format'
import { linkTo } from '~/router'
import { turnsOf, type Turn } from './rationale'

const NEXT_COLUMNS: readonly Column<RecommendedNextInLine>[] = [
  { id: 'symbol', label: 'Symbol', cell: (row) => <a href={linkTo.asset(row.symbol)}>{row.symbol}</a> },
  { id: 'score', label: 'Score', isNumber: true, cell: (row) => formatFixed(row.overall, 2) },
  { id: 'now', label: 'Expected, a year', isNumber: true, cell: (row) => formatSignedPercent(row.expected_return, 2) },
  { id: 'needed', label: 'It would need', isNumber: true, cell: (row) => formatSignedPercent(row.needed, 2) },
  { id: 'missing', label: 'Missing', isNumber: true, isMinor: true, cell: (row) => formatPercent(toNumber(row.needed) - toNumber(row.expected_return), 2) },
]

const TURN_COLUMNS: readonly Column<Turn>[] = [
  { id: 'symbol', label: 'Symbol', cell: (row) => <a href={linkTo.asset(row.symbol)}>{row.symbol}</a> },
  { id: 'expected', label: 'Expected, a year', isNumber: true, cell: (row) => (row.expected ? formatSignedPercent(row.expected.now, 2) : <span class="dim">{row.words.join('; ') || '—'}</span>) },
  { id: 'below', label: 'Leaves at', isNumber: true, cell: (row) => formatSignedPercent(row.expected?.threshold, 2) },
  { id: 'score', label: 'Score', isNumber: true, isMinor: true, cell: (row) => formatFixed(row.score?.now, 2) },
  { id: 'low', label: 'Leaves at', isNumber: true, isMinor: true, cell: (row) => formatFixed(row.score?.threshold, 2) },
]

const SALE_COLUMNS: readonly Column<RecommendedSale>[] = [
  { id: 'symbol', label: 'Symbol', cell: (row) => <a href={linkTo.asset(row.symbol)}>{row.symbol}</a> },
  { id: 'shares', label: 'Shares to sell', isNumber: true, cell: (row) => row.shares },
  { id: 'reason', label: 'Why', cell: (row) => asSentence(row.reason) },
]

/** What would change the verdict: which positions would leave, and which assets wait at the door. */
export function Changes({ recommendation }: { readonly recommendation: Recommendation }) {
  const { next_in_line: next, sales, positions } = recommendation
  const turns = turnsOf(positions)
  return (
    <Panel title="What would change the verdict" id="change">
      <div class="grid">
        <div class="span-6 stack">
          <h3>Would leave</h3>
          {turns.length === 0 ? <p class="dim">Nothing that was looked at would take one of the largest positions out.</p> : <DataTable caption="Positions that would leave below these values, the others as they are" columns={TURN_COLUMNS} rows={turns} rowKey={(row) => row.symbol} />}
        </div>
        <div class="span-6 stack">
          <h3>Would come in next</h3>
          {next.length === 0 ? <p class="dim">No other asset was looked at.</p> : <DataTable caption="Assets that would come in next; returns are above the risk-free rate" columns={NEXT_COLUMNS} rows={next} rowKey={(row) => row.symbol} />}
        </div>
      </div>
      {sales.length > 0 && (
        <>
          <h3>Owned, and no part of it</h3>
          <DataTable caption="What you own that is no part of it" isCaptionHidden columns={SALE_COLUMNS} rows={sales} rowKey={(row) => row.symbol} />
        </>
      )}
    </Panel>
  )
}
