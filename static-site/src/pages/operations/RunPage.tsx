import { useEffect, useState } from 'preact/hooks'
import { ask, toNumber, type CollectionItem, type CollectionRun, type CollectionRunDetail } from '~/api'
import { DataTable, Empty, Figure, Figures, Instant, Pager, Panel, Skeleton, type Column } from '~/components'
import { counted, formatCompact, formatDuration, formatInteger, formatPercent, NOTHING, sentenceCase } from '~/format'
import { query, setQuery, type PageProps } from '~/router'
import { useLive } from '~/state/resource'
import { NoteDialog } from './NoteDialog'
import { ActionError, Frame, Guarded, jobPath, mayWrite, Progress, StateChip, useAction } from './parts'
import { durationOf, rangeInWords } from './RunsTable'
import { countsInWords, triggerInWords } from './words'

const RUNNING_EVERY_SECONDS = 3
const OVER_EVERY_SECONDS = 300

/** One run: how far it is, and what came of each thing that it asked for. */
export default function RunPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const page = Number(query.value.get('page') ?? 1)
  const [isOver, setOver] = useState(false)
  const run = useLive('getCollectionRun', { id, page }, isOver ? OVER_EVERY_SECONDS : RUNNING_EVERY_SECONDS)
  const status = run.data?.data.run.status
  useEffect(() => setOver(status !== undefined && status !== 'running'), [status])
  return (
    <Frame title="Collection run" lead={run.data ? <RunLead run={run.data.data.run} /> : 'How far it is, and what came of each thing that it asked for.'}>
      <Guarded of={run} what="The run could not be read" skeleton={<Skeleton lines={14} />}>
        {({ data, pagination }) => (
          <>
            <Summary run={data.run} reload={run.reload} />
            <Panel title="Items">
              <Items detail={data} />
              <Pager label="Pages of items" page={page} totalPages={pagination?.total_pages ?? 1} totalItems={pagination?.total_items ?? data.items.length} onPage={(next) => setQuery({ page: String(next) })} />
            </Panel>
          </>
        )}
      </Guarded>
    </Frame>
  )
}

const RunLead = ({ run }: { readonly run: CollectionRun }) => (
  <>
    Of the job <a href={jobPath(run.job)}>{run.job}</a>, for <Instant at={run.scheduled_for} />, begun {triggerInWords(run.trigger)}.
  </>
)

function Summary({ run, reload }: { readonly run: CollectionRun; readonly reload: () => void }) {
  return (
    <Panel title="Outcome" aside={run.status === 'running' && mayWrite() ? <Cancel run={run} reload={reload} /> : undefined}>
      <p class="operations-actions" aria-live="polite">
        <StateChip state={run.status} />
        {run.status === 'running' && <Progress run={run} />}
        {run.note && <span>{run.note}</span>}
      </p>
      <Figures>
        <Figure label="Items asked for" note={countsInWords(run.items_by_status)}>{formatInteger(run.asked)}</Figure>
        <Figure label="Rows loaded" note={`${formatInteger(run.rows_unchanged)} were there already`}>{formatInteger(run.rows_loaded)}</Figure>
        <Figure label="Rows set aside" note={run.rows_quarantined > 0 ? <a href={`/operations/quarantine?job=${encodeURIComponent(run.job)}`}>{countsInWords(run.quarantined)}</a> : undefined}>{formatInteger(run.rows_quarantined)}</Figure>
        <Figure label="Complete" note="sessions with a price, of those expected">{formatPercent(run.completeness, 1)}</Figure>
        <Figure label="Took" note={<Instant at={run.started_at} />}>{durationOf(run)}</Figure>
      </Figures>
      <p class="dim">
        Dates: {rangeInWords(run.from, run.to)}.{Object.keys(run.failures).length > 0 && ` Failed items by reason: ${countsInWords(run.failures)}.`}
        {run.parent_run_id && (
          <>
            {' '}
            It followed <a href={`/operations/runs/${run.parent_run_id}`}>another run</a>.
          </>
        )}
      </p>
    </Panel>
  )
}

function Cancel({ run, reload }: { readonly run: CollectionRun; readonly reload: () => void }) {
  const [isOpen, setOpen] = useState(false)
  const action = useAction()
  const cancel = (note: string): void =>
    action.act(async (idempotencyKey) => {
      await ask('cancelCollectionRun', { id: run.id }, { note: note || null }, { idempotencyKey })
      setOpen(false)
      reload()
      return 'The run is cancelled; what it loaded stays'
    })
  return (
    <>
      <button type="button" class="button button-small button-danger" onClick={() => setOpen(true)}>
        Cancel the run
      </button>
      <NoteDialog title="Cancel the run" isOpen={isOpen} onClose={() => setOpen(false)} isBusy={action.isBusy} confirm={[{ label: 'Cancel the run', isDanger: true, run: cancel }]}>
        <p>What has not ended is given up; what was loaded stays. The next run asks again for what is missing.</p>
        <ActionError action={action} what="The run was not cancelled" />
      </NoteDialog>
    </>
  )
}

const COLUMNS: readonly Column<CollectionItem>[] = [
  { id: 'symbols', label: 'About', cell: (item) => <Symbols symbols={item.symbols} /> },
  { id: 'dataset', label: 'Dataset', cell: (item) => sentenceCase(item.dataset) },
  { id: 'status', label: 'State', sortBy: (item) => item.status, cell: (item) => <StateChip state={item.status} /> },
  { id: 'outcome', label: 'What came of it', cell: (item) => <Outcome item={item} /> },
  { id: 'range', label: 'Dates', isMinor: true, cell: (item) => rangeInWords(item.from, item.to) },
  { id: 'rows', label: 'Rows', isNumber: true, isMinor: true, sortBy: (item) => item.rows_received, cell: (item) => formatInteger(item.rows_received) },
  { id: 'calls', label: 'Calls', isNumber: true, isMinor: true, sortBy: (item) => item.calls, cell: (item) => formatInteger(item.calls) },
  { id: 'bytes', label: 'Bytes', isNumber: true, isMinor: true, cell: (item) => formatCompact(item.bytes) },
  { id: 'seconds', label: 'Took', isNumber: true, isMinor: true, cell: (item) => (item.seconds === null || item.seconds === undefined ? NOTHING : formatDuration(toNumber(item.seconds) * 1000)) },
]

const SHOWN_SYMBOLS = 3

function Symbols({ symbols }: { readonly symbols: readonly string[] }) {
  if (symbols.length <= SHOWN_SYMBOLS) return <>{symbols.join(', ').replace(/^\*?$/, 'everything')}</>
  return (
    <details class="hint">
      <summary>
        {symbols.slice(0, SHOWN_SYMBOLS).join(', ')} and {formatInteger(symbols.length - SHOWN_SYMBOLS)} more
      </summary>
      <div>{symbols.join(', ')}</div>
    </details>
  )
}

function Outcome({ item }: { readonly item: CollectionItem }) {
  const aside = countsInWords(item.quarantined)
  return (
    <div class="operations-row">
      {item.outcome ? sentenceCase(item.outcome) : 'Not yet'}
      {item.detail && item.detail !== item.outcome ? `: ${item.detail}` : ''}
      {item.provider_used && <span class="dim"> from {item.provider_used}</span>}
      {item.not_before && (
        <span class="dim">
          {' '}
          asked again <Instant at={item.not_before} />
        </span>
      )}
      {aside && <span class="dim">; set aside: {aside}</span>}
      {item.attempts.length > 1 && (
        <details class="hint">
          <summary>{counted(item.attempts.length, 'provider')} asked</summary>
          <ol class="plain-list">
            {item.attempts.map((attempt, i) => (
              <li key={i}>
                {attempt.provider}: {attempt.outcome.replaceAll('_', ' ')}
                {attempt.detail && `, ${attempt.detail}`} ({counted(attempt.calls, 'call')}, {formatDuration(toNumber(attempt.seconds) * 1000)})
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

const Items = ({ detail }: { readonly detail: CollectionRunDetail }) => (
  <DataTable caption="What the run asked for" isCaptionHidden columns={COLUMNS} rows={detail.items} rowKey={(item) => item.id} empty={<Empty title={detail.run.status === 'running' ? 'Its items are being planned' : 'It asked for nothing'}>{detail.run.note || 'The books lacked nothing that it could ask for.'}</Empty>} />
)
