import { ask, type CollectionJob, type CollectionRun } from '~/api'
import { DataTable, Empty, Instant, Loaded, Pager, Panel, Skeleton, type Column } from '~/components'
import { query, setQuery } from '~/router'
import { useLive } from '~/state/resource'
import { Alarms } from './Alarms'
import { ActionError, Frame, Guarded, jobPath, mayWrite, Progress, ReadOnlyNote, runPath, StateChip, useAction } from './parts'
import { scheduleInWords } from './schedule'
import { countsInWords } from './words'

const EVERY_SECONDS = 20
const RUNNING_EVERY_SECONDS = 4

/** Jobs that collect data, what runs now, and what somebody should look at. */
export default function JobsPage() {
  const page = Number(query.value.get('page') ?? 1)
  const jobs = useLive('listCollectionJobs', { page }, EVERY_SECONDS)
  return (
    <Frame title="Operations" lead="What is collected and when, what runs now, and what somebody should look at." tools={mayWrite() && <a class="button button-primary" href="/operations/jobs/new">New job</a>}>
      <Guarded of={jobs} what="The jobs could not be read" skeleton={<Skeleton lines={10} />}>
        {({ data, pagination }) => (
          <>
            <Running />
            <Panel title="Jobs">
              <Jobs jobs={data} reload={jobs.reload} />
              <Pager label="Pages of jobs" page={page} totalPages={pagination?.total_pages ?? 1} totalItems={pagination?.total_items ?? data.length} onPage={(next) => setQuery({ page: String(next) })} />
            </Panel>
            <Panel title="Alarms">
              <Alarms />
            </Panel>
          </>
        )}
      </Guarded>
    </Frame>
  )
}

function Running() {
  const runs = useLive('listCollectionRuns', { status: 'running' }, RUNNING_EVERY_SECONDS)
  return (
    <Panel title="Running now" aside={<a href="/operations/runs">All runs</a>}>
      <Loaded of={runs} what="The runs could not be read" skeleton={<Skeleton lines={1} />}>
        {({ data }) => <DataTable caption="Runs under way" isCaptionHidden columns={RUNNING_COLUMNS} rows={data} rowKey={(run) => run.id} empty={<p class="dim">Nothing runs. The next runs stand with each job.</p>} />}
      </Loaded>
    </Panel>
  )
}

const RUNNING_COLUMNS: readonly Column<CollectionRun>[] = [
  { id: 'job', label: 'Job', cell: (run) => <a href={runPath(run.id)}>{run.job}</a> },
  { id: 'done', label: 'Progress', cell: (run) => <Progress run={run} /> },
  { id: 'items', label: 'Items', isMinor: true, cell: (run) => countsInWords(run.items_by_status) },
  { id: 'started', label: 'Started', cell: (run) => <Instant at={run.started_at} /> },
]

function Jobs({ jobs, reload }: { readonly jobs: readonly CollectionJob[]; readonly reload: () => void }) {
  const action = useAction()
  const toggle = (job: CollectionJob): void =>
    action.act(async (idempotencyKey) => {
      await ask(job.enabled ? 'pauseCollectionJob' : 'resumeCollectionJob', { name: job.name }, undefined, { idempotencyKey })
      reload()
      return job.enabled ? `${job.name} is paused` : `${job.name} runs by its schedule again`
    })
  const columns: readonly Column<CollectionJob>[] = [
    ...JOB_COLUMNS,
    ...(mayWrite()
      ? [
          {
            id: 'actions',
            label: 'Change',
            headHidden: true,
            cell: (job: CollectionJob) => (
              <button type="button" class="button button-small" disabled={action.isBusy} onClick={() => toggle(job)}>
                {job.enabled ? 'Pause' : 'Resume'}
                <span class="visually-hidden"> {job.name}</span>
              </button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <ReadOnlyNote />
      <ActionError action={action} what="The job was not changed" />
      <DataTable
        caption="Collection jobs"
        isCaptionHidden
        columns={columns}
        rows={jobs}
        rowKey={(job) => job.name}
        empty={
          <Empty title="No job collects anything yet" action={<a class="button button-primary" href="/operations/jobs/new">Make a job from a template</a>}>
            A job says what to collect, from whom and when.
          </Empty>
        }
      />
    </>
  )
}

const JOB_COLUMNS: readonly Column<CollectionJob>[] = [
  { id: 'name', label: 'Job', sortBy: (job) => job.name, cell: (job) => <a href={jobPath(job.name)}>{job.name}</a> },
  { id: 'provider', label: 'Asks', isMinor: true, sortBy: (job) => job.collector.provider, cell: (job) => job.collector.provider },
  { id: 'schedule', label: 'When', cell: (job) => scheduleInWords(job.schedule, job.after) },
  { id: 'next', label: 'Next run', isMinor: true, cell: (job) => (job.enabled ? (job.next_runs[0] ?? <span class="dim">none by itself</span>) : <span class="chip chip-warn">Paused</span>) },
  { id: 'last', label: 'Last run', cell: (job) => <LastRun job={job} /> },
]

function LastRun({ job }: { readonly job: CollectionJob }) {
  if (!job.last_run) return <span class="dim">never</span>
  return (
    <span class="operations-actions">
      <StateChip state={job.last_run.status} />
      <a href={runPath(job.last_run.id)}>
        <span class="visually-hidden">Last run of {job.name}, </span>
        <Instant at={job.last_run.finished_at ?? job.last_run.scheduled_for} />
      </a>
    </span>
  )
}

