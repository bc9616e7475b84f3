import { useState } from 'preact/hooks'
import { ask, type Answer, type DeadLetter, type DeadLetters } from '~/api'
import { DataTable, Dialog, Empty, Instant, Panel, Skeleton, type Column } from '~/components'
import { counted, formatInteger } from '~/format'
import { useAsk, type Resource } from '~/state/resource'
import { ActionError, Guarded, useAction } from './parts'

/** What the messages say, and a way to send them again. Asked once, not again and again: looking hides a message for some seconds. */
export function DeadLetterList({ onReplayed }: { readonly onReplayed: () => void }) {
  const letters = useAsk('listDeadLetters', {})
  return (
    <Panel
      title="What they say"
      aside={
        <button type="button" class="button button-small" disabled={letters.isLoading} onClick={letters.reload}>
          Look again
        </button>
      }
    >
      <Guarded of={letters} what="The messages could not be read" needs="collection:write" skeleton={<Skeleton lines={5} />}>
        {({ data }) => <Letters found={data} letters={letters} onReplayed={onReplayed} />}
      </Guarded>
    </Panel>
  )
}

function Letters({ found, letters, onReplayed }: { readonly found: DeadLetters; readonly letters: Resource<Answer<DeadLetters>>; readonly onReplayed: () => void }) {
  const [queue, setQueue] = useState<string>()
  const action = useAction()
  const full = found.queues.filter((one) => one.dead_letters > 0)
  const total = full.reduce((sum, one) => sum + one.dead_letters, 0)
  const replay = (): void =>
    action.act(async (idempotencyKey) => {
      const { data } = await ask('replayDeadLetters', {}, { queue: queue ?? null }, { idempotencyKey })
      setQueue(undefined)
      letters.reload()
      onReplayed()
      return `${counted(data.replayed, 'message')} sent again`
    })
  if (total === 0) return <Empty title="No message waits for a person">Every message was handled, or is being tried still.</Empty>
  return (
    <>
      <div class="operations-actions">
        {full.map((one) => (
          <button key={one.queue} type="button" class="button" onClick={() => setQueue(one.queue)}>
            Send {counted(one.dead_letters, 'message')} of {one.queue} again
          </button>
        ))}
      </div>
      {total > found.letters.length && <p class="dim">{counted(found.letters.length, 'message')} of {formatInteger(total)} shown, 50 of a queue at most.</p>}
      <DataTable caption="Dead letters" isCaptionHidden columns={COLUMNS} rows={found.letters} rowKey={(letter) => letter.message_id} />
      <Dialog title={`Send the messages of ${queue ?? ''} again?`} isOpen={queue !== undefined} onClose={() => setQueue(undefined)}>
        <div class="form">
          <p>Do so after the cause is mended; otherwise they come back here. What took effect before is not done twice. 100 at once.</p>
          <ActionError action={action} what="They were not sent again" />
          <div class="operations-actions">
            <button type="button" class="button button-primary" disabled={action.isBusy} onClick={replay}>
              Send again
            </button>
            <button type="button" class="button" onClick={() => setQueue(undefined)}>
              Leave them
            </button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

const COLUMNS: readonly Column<DeadLetter>[] = [
  { id: 'queue', label: 'Queue', sortBy: (letter) => letter.queue, cell: (letter) => letter.queue },
  { id: 'sent', label: 'Sent', sortBy: (letter) => letter.sent_at, cell: (letter) => <Instant at={letter.sent_at} /> },
  { id: 'receives', label: 'Handed out', isNumber: true, isMinor: true, sortBy: (letter) => letter.receives, cell: (letter) => `${formatInteger(letter.receives)} ×` },
  { id: 'body', label: 'What it says', cell: (letter) => <Body letter={letter} /> },
]

const FIRST_CHARACTERS = 90

function Body({ letter }: { readonly letter: DeadLetter }) {
  if (letter.body.length <= FIRST_CHARACTERS) return <code class="operations-raw">{letter.body}</code>
  return (
    <details class="hint operations-row">
      <summary>
        <code>{letter.body.slice(0, FIRST_CHARACTERS)}…</code>
      </summary>
      <code class="operations-raw">{letter.body}</code>
      {letter.cut && <p class="dim">It says more; the command below shows all of it.</p>}
    </details>
  )
}
