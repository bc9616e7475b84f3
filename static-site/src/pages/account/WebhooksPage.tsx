import { useState } from 'preact/hooks'
import type { Webhook, WebhookSecret } from '~/api'
import { CopyOnce, DataTable, Empty, Instant, Loaded, Panel, Skeleton, type Column } from '~/components'
import { counted } from '~/format'
import { query, setQuery } from '~/router'
import { useAsk } from '~/state/resource'
import { AccountFrame } from './AccountFrame'
import { WebhookForm } from './WebhookForm'

/** Addresses of one's own that are told when something happened. */
export default function WebhooksPage() {
  const webhooks = useAsk('listWebhooks', {})
  const [made, setMade] = useState<WebhookSecret>()
  const isMaking = query.value.get('new') === '1'
  return (
    <AccountFrame title="Webhooks" lead="Addresses of yours that are told when something happened, each message signed.">
      {made && (
        <Panel title="The webhook was made" class="account-new">
          <CopyOnce secret={made.secret} name="Signing secret" />
          <p>
            Check the header <code>webhook-signature</code> with it, as <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> 1.0.0 describes.
          </p>
          <div class="account-actions">
            <a class="button button-primary" href={`/account/webhooks/${made.webhook.id}`}>
              Send a test
            </a>
            <button type="button" class="button" onClick={() => setMade(undefined)}>
              I have copied it
            </button>
          </div>
        </Panel>
      )}
      {isMaking && (
        <Panel title="A new webhook">
          <WebhookForm
            onMade={(secret) => {
              setMade(secret)
              setQuery({ new: undefined })
              webhooks.reload()
            }}
            onCancel={() => setQuery({ new: undefined })}
          />
        </Panel>
      )}
      <Panel title="Your webhooks" aside={!isMaking && <MakeButton />}>
        <Loaded of={webhooks} what="Your webhooks could not be read" skeleton={<Skeleton lines={5} />}>
          {(answer) => (
            <DataTable
              caption={counted(answer.data.length, 'webhook')}
              columns={COLUMNS}
              rows={answer.data}
              rowKey={(one) => one.id}
              empty={
                <Empty title="You have no webhooks" action={!isMaking && <MakeButton />}>
                  Instead of asking again and again, your program hears of it when a run ends, a recommendation is graded, a signal is crossed or your quota is nearly used.
                </Empty>
              }
            />
          )}
        </Loaded>
      </Panel>
    </AccountFrame>
  )
}

const MakeButton = () => (
  <button type="button" class="button button-primary" onClick={() => setQuery({ new: '1' })}>
    Make a webhook
  </button>
)

const COLUMNS: readonly Column<Webhook>[] = [
  { id: 'url', label: 'Address', isRowHeader: true, sortBy: (one) => one.url, cell: (one) => <a href={`/account/webhooks/${one.id}`}>{one.url}</a> },
  { id: 'description', label: 'Description', isMinor: true, cell: (one) => <span class="dim">{one.description}</span> },
  { id: 'types', label: 'Hears of', isMinor: true, cell: (one) => <span class="dim">{one.types.join(', ')}</span> },
  { id: 'status', label: 'Status', sortBy: (one) => one.status, cell: (one) => <WebhookStatus status={one.status} /> },
  { id: 'created', label: 'Made', isMinor: true, firstSort: 'descending', sortBy: (one) => one.created_at, cell: (one) => <Instant at={one.created_at} /> },
]

export function WebhookStatus({ status }: { readonly status: Webhook['status'] }) {
  const looks = { active: { chip: 'chip-good', text: 'Active' }, paused: { chip: 'chip-quiet', text: 'Paused' }, disabled: { chip: 'chip-bad', text: 'Stopped by us' } } as const
  return <span class={`chip ${looks[status].chip}`}>{looks[status].text}</span>
}
