import { useEffect, useState } from 'preact/hooks'
import { ask, asApiError, type ApiError, type JobFault, type JobValidation } from '~/api'
import { ErrorBox, Panel } from '~/components'
import { checkJob, documentOf, placed, wordsIn, type JobValues } from './jobForm'
import { scheduleInWords } from './schedule'

export type TrialState = { readonly result: JobValidation | undefined; readonly faults: readonly JobFault[]; readonly error: ApiError | undefined }

const PAUSE_MS = 500
const NOTHING_TRIED: TrialState = { result: undefined, faults: [], error: undefined }

/** What the API says of the job as it is typed; nothing is stored. Asks once one has stopped typing. */
export function useTrial(values: JobValues, isReplaced: boolean): TrialState {
  const [held, setHeld] = useState<TrialState & { readonly of: JobValues | undefined }>({ ...NOTHING_TRIED, of: undefined })
  useEffect(() => {
    if (Object.values(checkJob(values)).some(Boolean)) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      ask('validateCollectionJob', {}, documentOf(values), { signal: stop.signal }).then(
        ({ data }) => stop.signal.aborted || setHeld({ result: data, faults: [...data.faults, ...taken(data, isReplaced)], error: undefined, of: values }),
        (thrown: unknown) => stop.signal.aborted || setHeld({ ...NOTHING_TRIED, error: asApiError(thrown), of: values }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [values, isReplaced])
  return held.of === values ? held : NOTHING_TRIED
}

const taken = (data: JobValidation, isReplaced: boolean): readonly JobFault[] =>
  data.exists && !isReplaced ? [{ path: 'name', code: 'TAKEN', message: 'A job of this name is there already' }] : []

/** What would come of the job: when it would run, or what is wrong. */
export function Trial({ trial, values }: { readonly trial: TrialState; readonly values: JobValues }) {
  const { schedule } = documentForWords(values)
  const { others } = placed(trial.faults)
  return (
    <Panel title="What would come of it">
      <p>{scheduleInWords(schedule, wordsIn(values.after))}.</p>
      <div aria-live="polite" class="stack">
        {trial.error && <ErrorBox error={trial.error} what="The job could not be tried" />}
        {trial.result && trial.faults.length === 0 && <p class="chip chip-good"><span aria-hidden="true">✓</span>It would be accepted</p>}
        {trial.faults.length > 0 && (
          <>
            <p class="chip chip-bad"><span aria-hidden="true">✕</span>It would be refused</p>
            <ul class="plain-list">
              {trial.faults.map((fault) => (
                <li key={`${fault.path} ${fault.message}`}>{others.includes(`${fault.path}: ${fault.message}`) ? `${fault.path}: ` : ''}{fault.message}</li>
              ))}
            </ul>
          </>
        )}
        {!trial.result && !trial.error && <p class="dim">It is tried once its fields are filled.</p>}
      </div>
      {trial.result && trial.result.next_runs.length > 0 && (
        <>
          <h3>Next runs</h3>
          <ol class="plain-list">
            {trial.result.next_runs.map((next) => (
              <li key={next}>{next}</li>
            ))}
          </ol>
        </>
      )}
    </Panel>
  )
}

/** Only the schedule: limits may be half typed and no numbers yet. */
const documentForWords = (values: JobValues) => documentOf({ ...values, 'limits.max_items': '1', 'limits.max_calls': '1', 'limits.max_hours': '1' }) as { readonly schedule: NonNullable<ReturnType<typeof documentOf>['schedule']> }
