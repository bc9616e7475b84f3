import type { ScorecardLine } from '~/api'
import { Change, DataTable, Empty, Loaded, Panel, Skeleton, type Column } from '~/components'
import { counted, formatInteger, formatPercent } from '~/format'
import { useAsk } from '~/state/resource'

const COLUMNS: readonly Column<ScorecardLine>[] = [
  { id: 'after', label: 'After', cell: (line) => counted(line.sessions, 'session') },
  { id: 'rules', label: 'Numbers, variant', isMinor: true, cell: (line) => `${line.configuration}, ${line.variant}` },
  { id: 'graded', label: 'Graded', isNumber: true, cell: (line) => formatInteger(line.graded) },
  { id: 'own', label: 'Earned, mean', isNumber: true, cell: (line) => <Change value={line.mean_portfolio_return} /> },
  { id: 'excess', label: 'Against the benchmark', isNumber: true, cell: (line) => <Change value={line.mean_excess} /> },
  { id: 'hits', label: 'Did better', isNumber: true, cell: (line) => formatPercent(line.hit_rate, 0) },
]

/** How all recommendations did, also when it is not flattering. */
export function Scorecard() {
  const lines = useAsk('getScorecard', {})
  return (
    <Panel title="How they did">
      <Loaded of={lines} what="The scorecard could not be read" skeleton={<Skeleton lines={4} />}>
        {(answer) => (
          <DataTable
            caption="Means over all graded recommendations, dividends included; returns over the sessions, not a year"
            columns={COLUMNS}
            rows={answer.data}
            rowKey={(line) => `${line.sessions} ${line.configuration} ${line.variant}`}
            empty={<Empty title="None is graded yet">Each is graded against its benchmark once 5, 20 and 60 sessions are over.</Empty>}
          />
        )}
      </Loaded>
    </Panel>
  )
}
