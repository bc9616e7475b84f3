import type { QueueDepth } from '~/api'
import { CopyButton, DataTable, Empty, Panel, Skeleton, type Column } from '~/components'
import { counted, formatInteger, NOTHING } from '~/format'
import { useLive } from '~/state/resource'
import { DeadLetterList } from './DeadLetterList'
import { Frame, Guarded, StateChip } from './parts'

const EVERY_SECONDS = 15
const LIST = 'local/lumia dead-letters list'
const REPLAY = 'local/lumia dead-letters replay'

const count = (value: number | null | undefined): string => (value === null || value === undefined ? NOTHING : formatInteger(value))

const COLUMNS: readonly Column<QueueDepth>[] = [
  { id: 'name', label: 'Queue', sortBy: (queue) => queue.name, cell: (queue) => queue.name || <span class="dim">all of them</span> },
  { id: 'status', label: 'State', cell: (queue) => (queue.status === 'up' ? <StateChip state="up" label="Answers" /> : <><StateChip state="down" label="Silent" /> <span class="dim">{queue.reason}</span></>) },
  { id: 'dead', label: 'Dead letters', isNumber: true, sortBy: (queue) => queue.dead_letters, cell: (queue) => (queue.dead_letters ? <strong>{count(queue.dead_letters)}</strong> : count(queue.dead_letters)) },
  { id: 'waiting', label: 'Waiting', isNumber: true, sortBy: (queue) => queue.waiting, cell: (queue) => count(queue.waiting) },
  { id: 'flight', label: 'Being worked on', isNumber: true, isMinor: true, sortBy: (queue) => queue.in_flight, cell: (queue) => count(queue.in_flight) },
  { id: 'delayed', label: 'Waiting for their time', isNumber: true, isMinor: true, sortBy: (queue) => queue.delayed, cell: (queue) => count(queue.delayed) },
]

/** How full the queues are, and what died in them. */
export default function DeadLettersPage() {
  const health = useLive('getDetailedHealth', {}, EVERY_SECONDS)
  return (
    <Frame title="Dead letters" lead="Messages that failed as often as their queue allows. They are kept, and tried again only when somebody asks.">
      <Guarded of={health} what="The queues could not be read" skeleton={<Skeleton lines={12} />}>
        {({ data }) => (
          <>
            <Panel title="Queues">
              <Verdict queues={data.queues} />
              <DataTable caption="Queues and what waits in them" isCaptionHidden columns={COLUMNS} rows={data.queues} rowKey={(queue) => queue.name} initialSort={{ column: 'dead', order: 'descending' }} empty={<Empty title="No queue is known">This installation reports no queues.</Empty>} />
            </Panel>
            <DeadLetterList onReplayed={health.reload} />
            <Panel title="The same by a command">
              <p>On the machine that runs this installation:</p>
              <Command text={LIST} what="shows what they say and why they failed" />
              <Command text={REPLAY} what="sends them to their queue again" />
            </Panel>
          </>
        )}
      </Guarded>
    </Frame>
  )
}

function Verdict({ queues }: { readonly queues: readonly QueueDepth[] }) {
  const dead = queues.reduce((sum, queue) => sum + (queue.dead_letters ?? 0), 0)
  const silent = queues.filter((queue) => queue.status === 'down').length
  return (
    <p>
      {dead === 0 ? `No dead letters${silent > 0 ? ' are known' : ''}.` : `${counted(dead, 'dead letter')} in ${counted(queues.filter((queue) => queue.dead_letters).length, 'queue')}.`}
      {silent > 0 && ` ${counted(silent, 'queue')} did not answer, so there may be more.`}
    </p>
  )
}

const Command = ({ text, what }: { readonly text: string; readonly what: string }) => (
  <p>
    <code>{text}</code> <CopyButton text={text} label={`Copy: ${text}`} /> <span class="dim">{what}</span>
  </p>
)
