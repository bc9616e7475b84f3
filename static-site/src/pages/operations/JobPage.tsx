import { useEffect, useState } from 'preact/hooks'
import { ask, type CollectionJob } from '~/api'
import { Dialog, Empty, Loaded, Panel, Skeleton } from '~/components'
import { sentenceCase, formatInteger, formatNumber, formatDate, counted } from '~/format'
import { navigate, type PageProps } from '~/router'
import { useAsk, useLive } from '~/state/resource'
import { Analytics } from './Analytics'
import { ActionError, Frame, Guarded, jobPath, mayWrite, ReadOnlyNote, useAction } from './parts'
import { RunNow } from './RunNow'
import { RunsTable } from './RunsTable'
import { scheduleInWords } from './schedule'

const WATCHING_SECONDS = 3
const CALM_SECONDS = 20
/** A run that was asked for and is not there after so long does not come: the books lack nothing. */
const PLANNED_WITHIN_MS = 60_000

/** One job: what it collects and when, its runs, and how it has done. */
export default function JobPage({ params }: PageProps) {
  const name = params['name'] ?? ''
  const job = useAsk('getCollectionJob', { name })
  const [awaited, setAwaited] = useState<string>()
  return (
    <Frame title={name} lead={job.data?.data.description || 'What it collects and when, its runs, and how it has done.'} tools={job.data && mayWrite() && <a class="button" href={`${jobPath(name)}/edit`}>Edit</a>}>
      <Guarded of={job} what="The job could not be read" skeleton={<Skeleton lines={14} />}>
        {({ data }) => (
          <>
            <div class="grid">
              <Panel title="What and when" class="span-7">
                <Facts job={data} />
                <ReadOnlyNote />
                {mayWrite() && <Actions job={data} reload={job.reload} onAsked={setAwaited} />}
              </Panel>
              <Panel title="Next runs" class="span-5">
                <NextRuns job={data} />
              </Panel>
            </div>
            <Runs name={name} awaited={awaited} onSeen={() => setAwaited(undefined)} />
            <Analytics name={name} />
          </>
        )}
      </Guarded>
    </Frame>
  )
}

const SHOWN_SYMBOLS = 12

function Facts({ job }: { readonly job: CollectionJob }) {
  const symbols = job.assets.symbols ?? []
  const { max_items: items, max_calls: calls, max_hours: hours } = job.limits
  return (
    <dl class="operations-facts">
      <dt>When</dt>
      <dd>{scheduleInWords(job.schedule, job.after)}</dd>
      <dt>Asks</dt>
      <dd>
        {job.collector.provider}
        {job.collector.location && `, from ${job.collector.location}`}
        {(job.collector.fallbacks ?? []).length > 0 && <span class="dim">; if that gives no answer: {job.collector.fallbacks?.join(', ')}</span>}
      </dd>
      <dt>Collects</dt>
      <dd>{job.datasets.map((one) => one.replaceAll('_', ' ')).join(', ')}</dd>
      <dt>About</dt>
      <dd>
        {(job.assets.types ?? []).map(sentenceCase).join(', ') || 'all types of assets'}
        {symbols.length > 0 ? `: ${symbols.slice(0, SHOWN_SYMBOLS).join(', ')}${symbols.length > SHOWN_SYMBOLS ? ` and ${formatInteger(symbols.length - SHOWN_SYMBOLS)} more` : ''}` : ', every symbol that is known'}
      </dd>
      <dt>Mode</dt>
      <dd>{job.mode.kind === 'batch' ? `A fixed range, whatever is there: ${job.mode.from ? formatDate(job.mode.from) : 'the beginning'} to ${job.mode.to ? formatDate(job.mode.to) : 'the last closed session'}` : 'What is missing'}</dd>
      <dt>Bounds of a run</dt>
      <dd>
        {formatInteger(items)} items, {formatInteger(calls)} calls, {formatNumber(hours, 2)} hours
      </dd>
    </dl>
  )
}

function NextRuns({ job }: { readonly job: CollectionJob }) {
  if (!job.enabled) return <Empty title="Paused">It runs only when somebody asks. Resume it for its schedule to count again.</Empty>
  if (job.next_runs.length === 0) return <Empty title="None by itself">{scheduleInWords(job.schedule, job.after)}.</Empty>
  return (
    <ol class="plain-list">
      {job.next_runs.map((next) => (
        <li key={next}>{next}</li>
      ))}
    </ol>
  )
}

function Actions({ job, reload, onAsked }: { readonly job: CollectionJob; readonly reload: () => void; readonly onAsked: (tick: string) => void }) {
  const action = useAction()
  const [isDeleting, setDeleting] = useState(false)
  const toggle = (): void =>
    action.act(async (idempotencyKey) => {
      await ask(job.enabled ? 'pauseCollectionJob' : 'resumeCollectionJob', { name: job.name }, undefined, { idempotencyKey })
      reload()
      return job.enabled ? 'Paused' : 'Its schedule counts again'
    })
  const remove = (): void =>
    action.act(async () => {
      await ask('deleteCollectionJob', { name: job.name })
      navigate('/operations')
      return `${job.name} is deleted; what it collected stays`
    })
  return (
    <>
      <div class="operations-actions">
        <RunNow job={job} onAsked={onAsked} />
        <button type="button" class="button" disabled={action.isBusy} onClick={toggle}>
          {job.enabled ? 'Pause' : 'Resume'}
        </button>
        <button type="button" class="button button-danger" onClick={() => setDeleting(true)}>
          Delete
        </button>
      </div>
      {!isDeleting && <ActionError action={action} what="The job was not changed" />}
      <Dialog title={`Delete ${job.name}?`} isOpen={isDeleting} onClose={() => setDeleting(false)}>
        <div class="form">
          <p>Its schedule ends with it. The data that it collected and the reports of its runs stay.</p>
          <ActionError action={action} what="The job was not deleted" />
          <div class="operations-actions">
            <button type="button" class="button button-danger" disabled={action.isBusy} onClick={remove}>
              Delete the job
            </button>
            <button type="button" class="button" onClick={() => setDeleting(false)}>
              Keep it
            </button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

function Runs({ name, awaited, onSeen }: { readonly name: string; readonly awaited: string | undefined; readonly onSeen: () => void }) {
  const [isRunning, setRunning] = useState(false)
  const [isLate, setLate] = useState(false)
  const runs = useLive('listCollectionRuns', { job: name, per_page: 10 }, isRunning || awaited !== undefined ? WATCHING_SECONDS : CALM_SECONDS)
  const list = runs.data?.data
  useEffect(() => {
    setRunning(list?.some((run) => run.status === 'running') ?? false)
    if (awaited !== undefined && list?.some((run) => Date.parse(run.scheduled_for) === Date.parse(awaited))) onSeen()
  }, [list, awaited])
  useEffect(() => {
    setLate(false)
    if (awaited === undefined) return undefined
    const timer = setTimeout(() => setLate(true), PLANNED_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [awaited])
  return (
    <Panel title="Runs" aside={<a href={`/operations/runs?job=${encodeURIComponent(name)}`}>All its runs</a>}>
      <p class="dim operations-status" role="status">
        {awaited !== undefined && (isLate ? 'No run came of it so far. Where the books lack nothing there is none.' : 'The run is being planned…')}
      </p>
      <Loaded of={runs} what="Its runs could not be read" skeleton={<Skeleton lines={5} />}>
        {({ data, pagination }) => (
          <>
            <RunsTable runs={data} caption={`Newest runs of ${name}`} withJob={false} empty={<Empty title="It has not run yet">Run it now, or wait for its schedule.</Empty>} />
            {(pagination?.total_items ?? 0) > data.length && <p class="dim">The newest {counted(data.length, 'run')} of {formatInteger(pagination?.total_items)}.</p>}
          </>
        )}
      </Loaded>
    </Panel>
  )
}
