import { useState } from 'preact/hooks'
import { ask, asApiError, readSeries, type Basis, type Position, type ReportedNumber } from '~/api'
import { DataTable, Instant, Loaded, Skeleton, type Column } from '~/components'
import { counted, formatDate, formatPrice, formatUtc, sentenceCase } from '~/format'
import { linkTo } from '~/router'
import { useResource } from '~/state/resource'
import { amountText } from '../asset/fundamentals'
import { factOf, numbersOf, type Fact } from './facts'

const MOST_ARTICLES = 6

/** The rows behind a position, as they were known then. Opened by one click; only then is it asked for. */
export function Evidence({ position, basis }: { readonly position: Position; readonly basis: Basis }) {
  const [isOpen, setOpen] = useState(false)
  const { articles, facts } = position.evidence
  return (
    <details class="evidence no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Evidence: the price, {counted(articles.length, 'text')} and {counted(facts.length, 'reported number')}
      </summary>
      {isOpen && (
        <div class="stack">
          <PriceRow position={position} basis={basis} />
          <Texts ids={articles} basis={basis} />
          <Facts facts={facts.map(factOf)} position={position} basis={basis} />
        </div>
      )}
    </details>
  )
}

/** @param basis whose instant says what counts */
function PriceRow({ position, basis }: { readonly position: Position; readonly basis: Basis }) {
  const day = position.allocation.price_date
  const row = useResource(`price ${position.asset_id} ${day} ${basis.as_of}`, (signal) => ask('getPrices', { id: position.asset_id, start: day, end: day, adjustment: 'split', as_of: basis.as_of }, undefined, { signal }))
  return (
    <div>
      <h4>Price and signals</h4>
      <Loaded of={row} what="The price row could not be read" skeleton={<Skeleton lines={2} />}>
        {({ data, metadata }) => {
          const bar = data.prices?.[0]
          return (
            <p>
              {bar ? `Close ${formatPrice(bar.close)} on ${formatDate(bar.date)} from ${bar.source}` : `No bar of ${formatDate(day)}`}, as known at {metadata.as_of ? formatUtc(metadata.as_of) : formatUtc(basis.as_of)}.{' '}
              <a href={`${linkTo.asset(position.symbol)}?as_of=${encodeURIComponent(basis.as_of.slice(0, 10))}`}>Chart and signals of {position.evidence.signal_row}</a>
            </p>
          )
        }}
      </Loaded>
    </div>
  )
}

function Texts({ ids, basis }: { readonly ids: readonly string[]; readonly basis: Basis }) {
  const shown = ids.slice(0, MOST_ARTICLES)
  const texts = useResource(shown.length > 0 ? `texts ${basis.as_of} ${shown.join(' ')}` : undefined, (signal) => Promise.all(shown.map((id) => ask('getArticle', { id, as_of: basis.as_of }, undefined, { signal }).then((answer) => ({ id, article: answer.data, failure: '' }), (thrown: unknown) => ({ id, article: undefined, failure: asApiError(thrown).message })))))
  return (
    <div>
      <h4>Texts behind the sentiment</h4>
      {ids.length === 0 && <p class="dim">None was in the books by {formatUtc(basis.as_of)}, so that no sentiment entered.</p>}
      {shown.length > 0 && (
        <Loaded of={texts} what="The texts could not be read" skeleton={<Skeleton lines={shown.length} />}>
          {(found) => (
            <ul class="plain-list">
              {found.map(({ id, article, failure }) => (
                <li key={id}>
                  <a href={linkTo.article(id)}>{article?.title ?? id}</a> <span class="dim">{article ? <>{article.publisher}, <Instant at={article.published_at} /></> : failure}</span>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
      {ids.length > shown.length && <p class="dim">The {shown.length} heaviest of {ids.length}; the JSON file has all ids.</p>}
    </div>
  )
}

const factColumns = (known: readonly ReportedNumber[]): readonly Column<Fact>[] => [
  { id: 'metric', label: 'Number', cell: (fact) => sentenceCase(fact.metric) },
  { id: 'value', label: 'Value', isNumber: true, cell: (fact) => numbersOf(fact, known).map((one) => (one.period === 'instant' ? amountText(one) : `${amountText(one)} (${one.period})`)).join(', ') || '—' },
  { id: 'end', label: 'Period to', isNumber: true, cell: (fact) => formatDate(fact.periodEnd) },
  { id: 'reported', label: 'Reported', isNumber: true, cell: (fact) => formatDate(fact.reportedAt) },
]

function Facts({ facts, position, basis }: { readonly facts: readonly Fact[]; readonly position: Position; readonly basis: Basis }) {
  const metrics = [...new Set(facts.map((fact) => fact.metric))].sort().join(',')
  const asked = { id: position.asset_id, metric: metrics, reports: 'all', as_of: basis.as_of } as const
  const known = useResource(metrics === '' ? undefined : JSON.stringify(asked), async (signal) => (await readSeries('getFundamentals', asked, signal)).flatMap((answer) => answer.data.numbers))
  if (facts.length === 0) return <p class="dim">No reported number entered the score.</p>
  return (
    <div>
      <Loaded of={known} what="The reported numbers could not be read" skeleton={<Skeleton lines={facts.length} />}>
        {(numbers) => <DataTable caption="Reported numbers behind the business part" columns={factColumns(numbers)} rows={facts} rowKey={(fact) => `${fact.metric} ${fact.periodEnd} ${fact.reportedAt}`} maxHeight="14rem" />}
      </Loaded>
      <a href={`${linkTo.asset(position.symbol)}?as_of=${encodeURIComponent(basis.as_of.slice(0, 10))}`}>All that {position.symbol} had reported by then</a>
    </div>
  )
}
