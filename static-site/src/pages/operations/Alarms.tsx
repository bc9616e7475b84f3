import type { CollectionAlarm } from '~/api'
import { Choice, Instant, Loaded, Pager, Skeleton } from '~/components'
import { formatInteger, sentenceCase } from '~/format'
import { query, setQuery } from '~/router'
import { useLive } from '~/state/resource'
import { jobPath } from './parts'
import { subjectOf } from './words'

const EVERY_SECONDS = 60

/** What somebody should look at. */
export function Alarms() {
  const all = query.value.get('alarms') === 'all'
  const page = Number(query.value.get('alarmpage') ?? 1)
  const alarms = useLive('listCollectionAlarms', { all, page, per_page: 20 }, EVERY_SECONDS)
  return (
    <>
      <Choice
        label="Which alarms"
        value={all ? 'all' : 'open'}
        options={[
          { value: 'open', label: 'Open' },
          { value: 'all', label: 'With closed ones' },
        ]}
        onValue={(which) => setQuery({ alarms: which === 'all' ? 'all' : undefined, alarmpage: undefined })}
      />
      <Loaded of={alarms} what="The alarms could not be read" skeleton={<Skeleton lines={2} />}>
        {({ data, pagination }) => (
          <>
            {data.length === 0 ? <p class="dim">{all ? 'No alarm was ever raised.' : 'No alarm is open.'}</p> : <AlarmList alarms={data} />}
            <Pager label="Pages of alarms" page={page} totalPages={pagination?.total_pages ?? 1} totalItems={pagination?.total_items ?? 0} onPage={(next) => setQuery({ alarmpage: String(next) })} />
          </>
        )}
      </Loaded>
    </>
  )
}

export function AlarmList({ alarms }: { readonly alarms: readonly CollectionAlarm[] }) {
  return (
    <ul class="plain-list">
      {alarms.map((alarm) => (
        <li key={`${alarm.subject} ${alarm.kind} ${alarm.raised_at}`} class={`operations-alarm ${alarm.cleared_at ? 'is-over' : ''}`}>
          <p>
            <strong>{sentenceCase(alarm.kind)}</strong>: <Subject subject={alarm.subject} />
          </p>
          <p>{alarm.detail}</p>
          <p class="dim">
            Since <Instant at={alarm.raised_at} />, {formatInteger(alarm.times)} {alarm.times === 1 ? 'time' : 'times'}, last <Instant at={alarm.last_at} />
            {alarm.cleared_at && (
              <>
                ; closed <Instant at={alarm.cleared_at} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Subject({ subject }: { readonly subject: string }) {
  const { kind, name } = subjectOf(subject)
  if (kind === 'job') return <a href={jobPath(name)}>job {name}</a>
  if (kind === 'provider') return <a href={`/operations/collectors?name=${encodeURIComponent(name)}`}>provider {name}</a>
  return <>{subject}</>
}
