import type { CollectionRun } from '~/api'
import { Empty, Pager, Panel, SelectField, Skeleton, TextField } from '~/components'
import { query, setQuery } from '~/router'
import { useLive } from '~/state/resource'
import { Frame, Guarded } from './parts'
import { RunsTable } from './RunsTable'

const EVERY_SECONDS = 5

type Status = CollectionRun['status']
const STATUSES: readonly Status[] = ['running', 'succeeded', 'partial', 'failed', 'skipped', 'cancelled']
const OPTIONS = [{ value: '' as const, label: 'Any' }, { value: 'running' as const, label: 'Running' }, { value: 'succeeded' as const, label: 'Succeeded' }, { value: 'partial' as const, label: 'Partly succeeded' }, { value: 'failed' as const, label: 'Failed' }, { value: 'skipped' as const, label: 'Skipped' }, { value: 'cancelled' as const, label: 'Cancelled' }]

/** All runs, newest first. */
export default function RunsPage() {
  const job = query.value.get('job') ?? ''
  const status = STATUSES.find((one) => one === query.value.get('status'))
  const start = query.value.get('start') ?? ''
  const end = query.value.get('end') ?? ''
  const page = Number(query.value.get('page') ?? 1)
  const runs = useLive('listCollectionRuns', { job: job || undefined, status, start: start || undefined, end: end || undefined, page }, EVERY_SECONDS)
  const filter = (changes: Readonly<Record<string, string>>): void => setQuery({ ...changes, page: undefined })
  return (
    <Frame title="Collection runs" lead="Each run of each job, newest first: what it asked for, what it got, and what was set aside.">
      <Panel title="Runs">
        <div class="filters">
          <TextField name="job" label="Job" type="search" value={job} onValue={(value) => filter({ job: value.trim() })} />
          <SelectField name="status" label="State" value={status ?? ''} options={OPTIONS} onValue={(value) => filter({ status: value })} />
          <TextField name="start" label="From (UTC day)" type="date" value={start} onValue={(value) => filter({ start: value })} />
          <TextField name="end" label="To (UTC day)" type="date" value={end} onValue={(value) => filter({ end: value })} />
        </div>
        <Guarded of={runs} what="The runs could not be read" skeleton={<Skeleton lines={12} />}>
          {({ data, pagination }) => (
            <>
              <RunsTable
                runs={data}
                caption="Collection runs, newest first"
                empty={
                  job || status || start || end ? (
                    <Empty title="No run fits" action={<button type="button" class="button" onClick={() => setQuery({ job: undefined, status: undefined, start: undefined, end: undefined, page: undefined })}>Show all runs</button>} />
                  ) : (
                    <Empty title="Nothing has run yet" action={<a class="button" href="/operations">Run a job</a>} />
                  )
                }
              />
              <Pager label="Pages of runs" page={page} totalPages={pagination?.total_pages ?? 1} totalItems={pagination?.total_items ?? data.length} onPage={(next) => setQuery({ page: String(next) })} />
            </>
          )}
        </Guarded>
      </Panel>
    </Frame>
  )
}
