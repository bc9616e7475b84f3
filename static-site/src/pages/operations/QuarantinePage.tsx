import { useState } from 'preact/hooks'
import { ask, type QuarantinedRow } from '~/api'
import { Choice, DataTable, Empty, Instant, Pager, Panel, Skeleton, TextField, type Column } from '~/components'
import { formatDate, sentenceCase } from '~/format'
import { linkTo, query, setQuery } from '~/router'
import { useAsk } from '~/state/resource'
import { BulkDecision } from './BulkDecision'
import { NoteDialog } from './NoteDialog'
import { ActionError, Frame, Guarded, mayWrite, ReadOnlyNote, runPath, StateChip, useAction } from './parts'

const STATUSES = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'released', label: 'Released' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'all', label: 'All' },
] as const

const FILTERS = ['symbol', 'reason', 'dataset', 'job'] as const

/** Rows that were not believed, and the decisions about them. */
export default function QuarantinePage() {
  const status = STATUSES.find((one) => one.value === query.value.get('status'))?.value ?? 'waiting'
  const [symbol, reason, dataset, job] = FILTERS.map((name) => query.value.get(name) || undefined)
  const page = Number(query.value.get('page') ?? 1)
  const rows = useAsk('listQuarantine', { symbol, reason, dataset, job, status: status === 'all' ? undefined : status, page })
  const [chosen, setChosen] = useState<QuarantinedRow>()
  return (
    <Frame title="Quarantine" lead="Rows that providers sent and that were not believed. Released rows go into the books as they were sent; rejected ones never do. A decision is final.">
      <Panel title="Rows set aside" aside={<Choice label="Which rows" value={status} options={STATUSES} onValue={(value) => setQuery({ status: value, page: undefined })} />}>
        <Filters />
        <ReadOnlyNote />
        <Guarded of={rows} what="The quarantine could not be read" skeleton={<Skeleton lines={12} />}>
          {({ data, pagination }) => (
            <>
              {status === 'waiting' && mayWrite() && data.length > 0 && <BulkDecision filter={{ symbol: symbol ?? null, reason: reason ?? null, dataset: dataset ?? null }} job={job} total={pagination?.total_items ?? data.length} reload={rows.reload} />}
              <DataTable caption="Rows set aside" isCaptionHidden columns={columnsFor(setChosen)} rows={data} rowKey={(row) => String(row.id)} empty={<NoRows status={status} isFiltered={FILTERS.some((name) => query.value.get(name))} />} />
              <Pager label="Pages of rows" page={page} totalPages={pagination?.total_pages ?? 1} totalItems={pagination?.total_items ?? data.length} onPage={(next) => setQuery({ page: String(next) })} />
            </>
          )}
        </Guarded>
      </Panel>
      {chosen && <Decision key={chosen.id} row={chosen} onClose={() => setChosen(undefined)} reload={rows.reload} />}
    </Frame>
  )
}

const LABELS = { symbol: 'Symbol', reason: 'Reason', dataset: 'Dataset', job: 'Job' } as const

const Filters = () => (
  <div class="filters">
    {FILTERS.map((name) => (
      <TextField key={name} name={name} label={LABELS[name]} type="search" autocomplete="off" value={query.value.get(name) ?? ''} onValue={(value) => setQuery({ [name]: value.trim(), page: undefined })} />
    ))}
  </div>
)

function NoRows({ status, isFiltered }: { readonly status: string; readonly isFiltered: boolean }) {
  if (isFiltered) return <Empty title="No row fits" action={<button type="button" class="button" onClick={() => setQuery({ symbol: undefined, reason: undefined, dataset: undefined, job: undefined, page: undefined })}>Drop the filters</button>} />
  if (status === 'waiting') {
    return (
      <Empty title="Nothing waits for a decision" action={<button type="button" class="button" onClick={() => setQuery({ status: 'all' })}>Show decided rows</button>}>
        Rows come here when a check does not believe them.
      </Empty>
    )
  }
  return <Empty title="No such row" action={<button type="button" class="button" onClick={() => setQuery({ status: undefined })}>Show waiting rows</button>} />
}

const columnsFor = (onChoose: (row: QuarantinedRow) => void): readonly Column<QuarantinedRow>[] => [
  { id: 'symbol', label: 'Symbol', cell: (row) => <a href={linkTo.asset(row.symbol)}>{row.symbol}</a> },
  { id: 'date', label: 'Date', cell: (row) => (row.date ? formatDate(row.date) : <span class="dim">unreadable</span>) },
  { id: 'reason', label: 'Why', cell: (row) => <Why row={row} /> },
  { id: 'source', label: 'From', isMinor: true, cell: (row) => <Source row={row} /> },
  { id: 'at', label: 'Set aside', isMinor: true, cell: (row) => <Instant at={row.set_aside_at} /> },
  { id: 'status', label: 'State', cell: (row) => <StateChip state={row.status} /> },
  {
    id: 'decide',
    label: 'Look',
    headHidden: true,
    cell: (row) => (
      <button type="button" class="button button-small" onClick={() => onChoose(row)}>
        {row.status === 'waiting' && mayWrite() ? 'Decide' : 'Look'}
        <span class="visually-hidden">
          {' '}
          at {row.symbol} {row.date ?? `row ${row.id}`}
        </span>
      </button>
    ),
  },
]

const Why = ({ row }: { readonly row: QuarantinedRow }) => (
  <div class="operations-row">
    <strong>{sentenceCase(row.reason)}</strong>
    {row.detail && <span class="dim">: {row.detail}</span>}
  </div>
)

const Source = ({ row }: { readonly row: QuarantinedRow }) => (
  <>
    {row.provider}, {row.source}
    {row.line > 0 && `, line ${row.line}`}
  </>
)

function Decision({ row, onClose, reload }: { readonly row: QuarantinedRow; readonly onClose: () => void; readonly reload: () => void }) {
  const action = useAction()
  const decide = (operation: 'releaseQuarantinedRow' | 'rejectQuarantinedRow', done: string) => (note: string): void =>
    action.act(async (idempotencyKey) => {
      await ask(operation, { id: String(row.id) }, { note: note || null }, { idempotencyKey })
      onClose()
      reload()
      return `${row.symbol} ${row.date ?? ''} is ${done}`
    })
  const isOpen = row.status === 'waiting' && mayWrite()
  const confirm = isOpen
    ? [
        { label: 'Release', isOff: !row.releasable, run: decide('releaseQuarantinedRow', 'released') },
        { label: 'Reject', isDanger: true, run: decide('rejectQuarantinedRow', 'rejected') },
      ]
    : []
  return (
    <NoteDialog title={`${row.symbol}, ${row.date ? formatDate(row.date) : 'no readable date'}`} isOpen onClose={onClose} isBusy={action.isBusy} confirm={confirm} withNote={isOpen}>
      <p>
        <strong>{sentenceCase(row.reason)}</strong>
        {row.detail && `: ${row.detail}`}
      </p>
      <pre class="operations-raw" tabIndex={0} aria-label="The row as it was received">{row.row}</pre>
      <dl class="operations-facts">
        <dt>From</dt>
        <dd><Source row={row} /></dd>
        <dt>Dataset</dt>
        <dd>{sentenceCase(row.dataset)}</dd>
        <dt>Brought by</dt>
        <dd>
          <a href={runPath(row.run_id)}>a run</a> of {row.job}, <Instant at={row.set_aside_at} />
        </dd>
        {row.decided_at && (
          <>
            <dt>{sentenceCase(row.status)}</dt>
            <dd>
              <Instant at={row.decided_at} /> by {row.decided_by}
              {row.note ? `: ${row.note}` : ', without a note'}
            </dd>
          </>
        )}
      </dl>
      {isOpen && !row.releasable && <p class="dim">It cannot be released: it could not be read, or what it says is impossible. It can be rejected.</p>}
      <ActionError action={action} what="It was not decided" />
    </NoteDialog>
  )
}

