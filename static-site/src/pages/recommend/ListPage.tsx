import type { RecommendationLine } from '~/api'
import { DataTable, Empty, Instant, Loaded, PageHead, Pager, Skeleton, type Column } from '~/components'
import { formatDate, formatMoney, sentenceCase } from '~/format'
import { linkTo, query, setQuery } from '~/router'
import { useAsk } from '~/state/resource'
import { Compare } from './Compare'
import { comparedIds, toggled } from './pairs'
import { NotAdvice } from './NotAdvice'
import { Scorecard } from './Scorecard'
import './recommend.css'

const PER_PAGE = 25

/** What was recommended before: read again, two compared, and how they did. */
export default function ListPage() {
  const page = Math.max(1, Number(query.value.get('page')) || 1)
  const lines = useAsk('listRecommendations', { page, per_page: PER_PAGE })
  const ids = comparedIds(query.value)
  return (
    <div class="page">
      <PageHead title="Recommendations" lead="What you asked before, and how it did. Tick two to see them beside each other.">
        <a class="button button-primary" href="/recommend">
          Ask for another
        </a>
      </PageHead>
      <NotAdvice />
      {ids.length === 1 && <p class="note">One is ticked; tick another to compare.</p>}
      {ids[0] && ids[1] && <Compare ids={[ids[0], ids[1]]} />}
      <Loaded of={lines} what="The recommendations could not be read" skeleton={<Skeleton lines={12} />}>
        {(answer) => (
          <>
            <DataTable caption="Newest first" columns={columnsOf(ids)} rows={answer.data} rowKey={(line) => line.id} empty={<NothingYet />} />
            {answer.pagination && <Pager label="Pages of recommendations" page={page} totalPages={answer.pagination.total_pages ?? 1} totalItems={answer.pagination.total_items ?? answer.data.length} onPage={(next) => setQuery({ page: next === 1 ? undefined : String(next) }, { replace: false })} />}
          </>
        )}
      </Loaded>
      <Scorecard />
    </div>
  )
}

const NothingYet = () => (
  <Empty title="Nothing was asked yet" action={<a class="button button-primary" href="/recommend">Ask for a recommendation</a>}>
    Each answer is kept here with what it was made from, so that it can be made again.
  </Empty>
)

const columnsOf = (ids: readonly string[]): readonly Column<RecommendationLine>[] => [
  { id: 'compare', label: 'Compare', headHidden: true, cell: (line) => <Tick line={line} ids={ids} /> },
  {
    id: 'question',
    label: 'Question',
    isRowHeader: true,
    cell: (line) => (
      <a href={linkTo.recommendation(line.id)}>
        {formatMoney(line.request.capital, line.request.currency, 0)}, {line.request.risk_tolerance}, {line.request.investment_horizon}
      </a>
    ),
  },
  { id: 'outcome', label: 'Answer', cell: (line) => (line.outcome === 'recommended' ? <span class="chip chip-good"><span aria-hidden="true">●</span> {sentenceCase(line.outcome)}</span> : <span class="chip chip-warn"><span aria-hidden="true">▲</span> {sentenceCase(line.outcome)}</span>) },
  { id: 'spread', label: 'Positions wanted', isMinor: true, cell: (line) => ({ low: 'few', medium: 'some', high: 'many' })[line.request.diversification_preference] ?? line.request.diversification_preference },
  { id: 'session', label: 'Prices of', isNumber: true, cell: (line) => formatDate(line.session) },
  { id: 'asked', label: 'Asked', isNumber: true, isMinor: true, cell: (line) => <Instant at={line.created_at} /> },
  { id: 'hash', label: 'Hash', isMinor: true, cell: (line) => <code title={line.result_hash}>{line.result_hash.slice(0, 8)}</code> },
]

function Tick({ line, ids }: { readonly line: RecommendationLine; readonly ids: readonly string[] }) {
  const label = `Compare the one of ${formatMoney(line.request.capital, line.request.currency, 0)}, ${line.request.risk_tolerance}, ${line.request.investment_horizon}, asked ${line.created_at}`
  return <input class="tick" type="checkbox" checked={ids.includes(line.id)} aria-label={label} onChange={() => setQuery({ compare: toggled(ids, line.id).join(',') })} />
}
