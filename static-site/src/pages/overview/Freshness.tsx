import type { MarketFreshness, MarketOverview } from '~/api'
import { DataTable, Empty, type Column } from '~/components'
import { formatDate, formatInteger, sentenceCase } from '~/format'
import { dataState } from './overview'

const COLUMNS: readonly Column<MarketFreshness>[] = [
  { id: 'calendar', label: 'Market', cell: (line) => sentenceCase(line.calendar) },
  { id: 'session', label: 'Shown', isNumber: true, cell: (line) => formatDate(line.session) },
  { id: 'expected', label: 'Expected', isNumber: true, isMinor: true, cell: (line) => formatDate(line.expected_session) },
  { id: 'fresh', label: 'Assets with it', isNumber: true, isMinor: true, cell: (line) => `${formatInteger(line.fresh)} of ${formatInteger(line.assets)}` },
  { id: 'state', label: 'State', cell: (line) => <State line={line} /> },
]

/** How far each market's data is: the session shown, and the one that must be there. */
export function Freshness({ market }: { readonly market: MarketOverview }) {
  return <DataTable caption="The session shown, and the last one that has closed" columns={COLUMNS} rows={market.freshness} rowKey={(line) => line.calendar} empty={<Empty title="No prices yet" />} />
}

function State({ line }: { readonly line: MarketFreshness }) {
  const state = dataState(line)
  return (
    <span class={state.isGood ? 'state-good' : 'state-warn'}>
      <span aria-hidden="true">{state.isGood ? '●' : '▲'}</span> {state.text}
    </span>
  )
}
