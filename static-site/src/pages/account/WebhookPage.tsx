import { useState } from 'preact/hooks'
import { ask, newIdempotencyKey, type Webhook } from '~/api'
import { CopyOnce, Dialog, ErrorBox, Figure, Figures, Instant, Loaded, Panel, SkeletonBlock } from '~/components'
import { navigate, query, setQuery, type PageProps } from '~/router'
import { useAsk } from '~/state/resource'
import { toast } from '~/state/toasts'
import { AccountFrame } from './AccountFrame'
import { Deliveries } from './Deliveries'
import { useAct } from './KeyPage'
import { WebhookForm } from './WebhookForm'
import { WebhookStatus } from './WebhooksPage'
import { EVENTS } from './words'

export default function WebhookPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const webhook = useAsk('getWebhook', { id })
  const [sent, setSent] = useState(0)
  const isEditing = query.value.get('edit') === '1'
  return (
    <AccountFrame title="Webhook" lead={webhook.data?.data.description || 'What it hears of, and what was sent to it.'}>
      <Panel title="The webhook" aside={<a href="/account/webhooks">All webhooks</a>}>
        <Loaded of={webhook} what="The webhook could not be read" skeleton={<SkeletonBlock height={240} />}>
          {(answer) =>
            isEditing ? (
              <WebhookForm
                of={answer.data}
                onChanged={() => {
                  toast('Webhook saved')
                  setQuery({ edit: undefined })
                  webhook.reload()
                }}
                onCancel={() => setQuery({ edit: undefined })}
              />
            ) : (
              <Details of={answer.data} onTested={() => setSent((before) => before + 1)} />
            )
          }
        </Loaded>
      </Panel>
      {webhook.data && <Deliveries id={id} turn={sent} />}
    </AccountFrame>
  )
}

function Details({ of: webhook, onTested }: { readonly of: Webhook; readonly onTested: () => void }) {
  const [secret, setSecret] = useState<string>()
  const [isRemoving, setRemoving] = useState(false)
  const test = useAct(async () => {
    await ask('testWebhook', { id: webhook.id }, undefined, { idempotencyKey: newIdempotencyKey() })
    toast('A test is on its way')
    onTested()
  })
  const rotate = useAct(async () => {
    const answer = await ask('rotateWebhookSecret', { id: webhook.id })
    setSecret(answer.data.secret)
  })
  return (
    <div class="stack">
      {secret !== undefined && (
        <>
          <CopyOnce secret={secret} name="New signing secret" />
          <p class="dim">For a day messages are signed with both, so that you can change over.</p>
        </>
      )}
      <Figures>
        <Figure label="Status">
          <WebhookStatus status={webhook.status} />
        </Figure>
        <Figure label="Made">
          <Instant at={webhook.created_at} />
        </Figure>
      </Figures>
      {webhook.status === 'disabled' && <p class="account-notice">We stopped sending: {webhook.disabled_reason}. Mend it, then make it active again by “Edit”.</p>}
      <p class="account-address">
        <code>{webhook.url}</code>
      </p>
      <div>
        <h3>Hears of</h3>
        <ul class="account-scopes">
          {webhook.types.map((type) => (
            <li key={type}>
              <code>{type}</code> {EVENTS[type]}
            </li>
          ))}
        </ul>
      </div>
      {test.error !== undefined && <ErrorBox error={test.error} what="The test was not sent" />}
      {rotate.error !== undefined && <ErrorBox error={rotate.error} what="There is no new secret" />}
      <div class="account-actions">
        <button type="button" class="button button-primary" disabled={test.isBusy} onClick={test.start}>
          Send a test
        </button>
        <button type="button" class="button" onClick={() => setQuery({ edit: '1' })}>
          Edit
        </button>
        <button type="button" class="button" disabled={rotate.isBusy} onClick={rotate.start}>
          New secret
        </button>
        <button type="button" class="button button-danger" onClick={() => setRemoving(true)}>
          Remove…
        </button>
      </div>
      <RemoveDialog of={webhook} isOpen={isRemoving} onClose={() => setRemoving(false)} />
    </div>
  )
}

function RemoveDialog({ of: webhook, isOpen, onClose }: { readonly of: Webhook; readonly isOpen: boolean; readonly onClose: () => void }) {
  const act = useAct(async () => {
    await ask('deleteWebhook', { id: webhook.id })
    toast('Webhook removed')
    navigate('/account/webhooks')
  })
  return (
    <Dialog title="Remove the webhook?" isOpen={isOpen} onClose={onClose}>
      <div class="stack">
        <p>
          Nothing more is sent to <code>{webhook.url}</code>, and its log is gone. Pausing it keeps both.
        </p>
        {act.error !== undefined && <ErrorBox error={act.error} what="The webhook was not removed" />}
        <div class="account-actions">
          <button type="button" class="button button-danger" disabled={act.isBusy} onClick={act.start}>
            Remove it
          </button>
          <button type="button" class="button" onClick={onClose}>
            Keep it
          </button>
        </div>
      </div>
    </Dialog>
  )
}
