import { type DataFreshness } from '~/api'
import { DataTable, Empty, Loaded, type Column } from '~/components'
import { formatDate, formatInteger, formatPercent, sentenceCase } from '~/format'
import { useLive } from '~/state/resource'

const EVERY_SECONDS = 120

const COLUMNS: readonly Column<DataFreshness>[] = [
  { id: 'calendar', label: 'Calendar', cell: (line) => sentenceCase(line.calendar) },
  { id: 'session', label: 'Last session', isNumber: true, cell: (line) => formatDate(line.last_session) },
  { id: 'newest', label: 'Newest price', isNumber: true, cell: (line) => formatDate(line.newest_bar) },
  { id: 'assets', label: 'Assets', isNumber: true, cell: (line) => formatInteger(line.assets) },
  { id: 'fresh', label: 'Fresh', isNumber: true, cell: (line) => formatPercent(line.freshness, 0) },
  { id: 'stale', label: 'Late', isMinor: true, cell: (line) => <span class="dim">{line.stale_examples.slice(0, 4).join(', ') || 'none'}</span> },
]

/** How much of each calendar's assets has the price of its last session. */
export function Freshness() {
  const health = useLive('getDetailedHealth', {}, EVERY_SECONDS)
  return (
    <Loaded of={health} what="The state of the data could not be read">
      {({ data }) => <DataTable caption="Assets that have the price of their calendar's last session" columns={COLUMNS} rows={data.freshness} rowKey={(line) => line.calendar} empty={<Empty title="No prices yet" />} />}
    </Loaded>
  )
}
