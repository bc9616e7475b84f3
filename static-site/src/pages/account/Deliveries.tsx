import { useEffect, useState } from 'preact/hooks'
import { ask, newIdempotencyKey, type WebhookAttempt, type WebhookDelivery } from '~/api'
import { DataTable, Dialog, Empty, ErrorBox, Instant, Loaded, Pager, Panel, Skeleton, type Column } from '~/components'
import { counted, formatDuration, formatInteger, sentenceCase } from '~/format'
import { query, setQuery } from '~/router'
import { useAsk, useLive } from '~/state/resource'
import { toast } from '~/state/toasts'
import { useAct } from './KeyPage'

const PER_PAGE = 20
const EVERY_SECONDS = 15

/** What was sent to a webhook, newest first. @param turn asks anew when it changes */
export function Deliveries({ id, turn }: { readonly id: string; readonly turn: number }) {
  const page = Math.max(1, Number(query.value.get('page') ?? '1') || 1)
  const deliveries = useLive('listDeliveries', { id, page, per_page: PER_PAGE }, EVERY_SECONDS)
  const [opened, setOpened] = useState<string>()
  useEffect(() => {
    if (turn > 0) deliveries.reload()
  }, [turn])
  return (
    <Panel title="Delivery log">
      <Loaded of={deliveries} what="The deliveries could not be read" skeleton={<Skeleton lines={8} />}>
        {(answer) => (
          <>
            <DataTable
              caption={`${counted(answer.pagination?.total_items ?? answer.data.length, 'delivery', 'deliveries')}, newest first; kept for 30 days`}
              columns={columns(setOpened)}
              rows={answer.data}
              rowKey={(one) => one.id}
              empty={<Empty title="Nothing was sent yet">“Send a test” sends a message at once, signed like all others.</Empty>}
            />
            <Pager label="Pages of the log" page={page} totalPages={answer.pagination?.total_pages ?? 1} totalItems={answer.pagination?.total_items ?? answer.data.length} onPage={(next) => setQuery({ page: next === 1 ? undefined : String(next) })} />
          </>
        )}
      </Loaded>
      {opened !== undefined && <Attempts id={id} deliveryId={opened} onClose={() => setOpened(undefined)} onReplayed={deliveries.reload} />}
    </Panel>
  )
}

const columns = (open: (id: string) => void): readonly Column<WebhookDelivery>[] => [
  { id: 'at', label: 'Happened', isRowHeader: true, cell: (one) => <Instant at={one.created_at} /> },
  { id: 'type', label: 'Of', cell: (one) => <code>{one.type}</code> },
  { id: 'status', label: 'Status', cell: (one) => <DeliveryStatus of={one} /> },
  { id: 'attempts', label: 'Attempts', isNumber: true, isMinor: true, cell: (one) => formatInteger(one.attempts) },
  { id: 'message', label: 'Message', isMinor: true, cell: (one) => <code class="dim">{one.message}</code> },
  {
    id: 'open',
    label: 'Log',
    headHidden: true,
    cell: (one) => (
      <button type="button" class="button button-small" onClick={() => open(one.id)}>
        Attempts<span class="visually-hidden"> of the message {one.message}</span>
      </button>
    ),
  },
]

function DeliveryStatus({ of: one }: { readonly of: WebhookDelivery }) {
  if (one.status === 'delivered') return <span class="chip chip-good">Delivered</span>
  if (one.status === 'failed') return <span class="chip chip-bad">Given up</span>
  return (
    <span class="chip chip-warn">
      {one.attempts > 0 ? 'Tried again' : 'Sent'} <Instant at={one.next_at} isRelative />
    </span>
  )
}

type AttemptsProps = { readonly id: string; readonly deliveryId: string; readonly onClose: () => void; readonly onReplayed: () => void }

function Attempts({ id, deliveryId, onClose, onReplayed }: AttemptsProps) {
  const detail = useAsk('getDelivery', { id, delivery_id: deliveryId })
  const replay = useAct(async () => {
    await ask('replayDelivery', { id, delivery_id: deliveryId }, undefined, { idempotencyKey: newIdempotencyKey() })
    toast('The same message is on its way again')
    onReplayed()
    onClose()
  })
  return (
    <Dialog title="Attempts" isOpen onClose={onClose}>
      <div class="stack">
        <Loaded of={detail} what="The attempts could not be read" skeleton={<Skeleton lines={5} />}>
          {(answer) => (
            <>
              <p class="dim">
                Message <code>{answer.data.delivery.message}</code>, the header <code>webhook-id</code> of each attempt
              </p>
              <DataTable caption={counted(answer.data.log.length, 'attempt')} columns={ATTEMPT_COLUMNS} rows={answer.data.log} rowKey={(one) => String(one.number)} empty={<Empty title="Not tried yet">What is due is sent every minute.</Empty>} />
            </>
          )}
        </Loaded>
        {replay.error !== undefined && <ErrorBox error={replay.error} what="The message was not sent again" />}
        <div class="account-actions">
          <button type="button" class="button" disabled={replay.isBusy} onClick={replay.start}>
            Send it again
          </button>
        </div>
      </div>
    </Dialog>
  )
}

const ATTEMPT_COLUMNS: readonly Column<WebhookAttempt>[] = [
  { id: 'number', label: 'No.', isNumber: true, cell: (one) => formatInteger(one.number) },
  { id: 'at', label: 'At', isRowHeader: true, cell: (one) => <Instant at={one.at} /> },
  { id: 'outcome', label: 'Outcome', cell: (one) => `${sentenceCase(one.outcome)}${one.detail ? `: ${one.detail}` : ''}` },
  { id: 'status', label: 'HTTP', isNumber: true, cell: (one) => (one.status === 0 ? <span class="dim">no answer</span> : String(one.status)) },
  { id: 'took', label: 'Took', isNumber: true, isMinor: true, cell: (one) => formatDuration(one.took_ms) },
]
