import { useState } from 'preact/hooks'
import { ask, type QuarantineDecisionsResult, type QuarantineFilter } from '~/api'
import { counted, formatInteger } from '~/format'
import { NoteDialog } from './NoteDialog'
import { ActionError, useAction } from './parts'

/** The API decides about so many at once. */
const MOST = 1_000

type Props = { readonly filter: QuarantineFilter; /** The list may be narrowed to a job, a decision cannot be. */ readonly job: string | undefined; readonly total: number; readonly reload: () => void }

/** One decision about all rows that the filter takes in. */
export function BulkDecision({ filter, job, total, reload }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [result, setResult] = useState<QuarantineDecisionsResult>()
  const action = useAction()
  const words = filterInWords(filter)
  const decide = (decision: 'release' | 'reject') => (note: string): void =>
    action.act(async (idempotencyKey) => {
      const { data } = await ask('decideQuarantine', {}, { decision, filter, note: note || null }, { idempotencyKey })
      setResult(data)
      setOpen(false)
      reload()
      return `${counted(data.decided, 'row')} ${data.status}`
    })
  if (job || !words) return <p class="dim">To decide about many rows at once, filter by symbol, reason or dataset{job ? ', and not by job' : ''}.</p>
  return (
    <>
      <div class="operations-actions">
        <button type="button" class="button" onClick={() => setOpen(true)}>
          Decide about all {counted(total, 'row')} of this filter
        </button>
      </div>
      {result && <Result result={result} />}
      <NoteDialog
        title={`Decide about ${counted(total, 'row')}`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        isBusy={action.isBusy}
        confirm={[
          { label: 'Release all', run: decide('release') },
          { label: 'Reject all', isDanger: true, run: decide('reject') },
        ]}
      >
        <p>
          All waiting rows with {words}. {total > MOST && `The oldest ${formatInteger(MOST)} at once. `}Rows that cannot be right are not released; they wait on. A decision is final.
        </p>
        <ActionError action={action} what="Nothing was decided" />
      </NoteDialog>
    </>
  )
}

function Result({ result }: { readonly result: QuarantineDecisionsResult }) {
  return (
    <div class="operations-alarm" role="status">
      <p>
        {counted(result.decided, 'row')} {result.status}; {counted(result.waiting, 'row')} of the filter {result.waiting === 1 ? 'waits' : 'wait'} still.
      </p>
      {result.refused.length > 0 && (
        <details class="hint">
          <summary>{counted(result.refused.length, 'row')} could not be released</summary>
          <ul class="plain-list">
            {result.refused.map((row) => (
              <li key={row.id}>{row.message}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Empty where nothing narrows the filter: a decision about everything is one that nobody means. */
export function filterInWords({ symbol, reason, dataset }: QuarantineFilter): string {
  return [symbol && `the symbol ${symbol}`, reason && `the reason ${reason.replaceAll('_', ' ')}`, dataset && `the dataset ${dataset.replaceAll('_', ' ')}`].filter(Boolean).join(', ')
}
