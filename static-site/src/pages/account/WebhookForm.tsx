import { useRef } from 'preact/hooks'
import { ask, newIdempotencyKey, type Webhook, type WebhookSecret } from '~/api'
import { CheckField, Choice, FormSummary, TextField, useForm } from '~/components'
import { FormError } from './AccountFrame'
import { webhookUrlFault } from './checks'
import { EVENTS } from './words'

type Values = { readonly url: string; readonly description: string; readonly types: readonly string[]; readonly status: 'active' | 'paused' }

type Props = {
  /** The one that is changed; left out for a new one. */
  readonly of?: Webhook
  readonly onMade?: (secret: WebhookSecret) => void
  readonly onChanged?: (webhook: Webhook) => void
  readonly onCancel: () => void
}

const MAX_DESCRIPTION = 100

const valuesOf = (webhook: Webhook | undefined): Values => ({
  url: webhook?.url ?? '',
  description: webhook?.description ?? '',
  types: webhook?.types ?? ['recommendation.graded'],
  status: webhook?.status === 'paused' ? 'paused' : 'active',
})

const check = (values: Values) => ({
  url: webhookUrlFault(values.url),
  description: values.description.length > MAX_DESCRIPTION ? `At most ${MAX_DESCRIPTION} characters` : undefined,
  types: values.types.length === 0 ? 'At least one thing to hear of' : undefined,
})

export function WebhookForm({ of: webhook, onMade, onChanged, onCancel }: Props) {
  const intention = useRef(newIdempotencyKey())
  const form = useForm(valuesOf(webhook), check, async ({ status, ...order }) => {
    if (webhook) {
      const answer = await ask('replaceWebhook', { id: webhook.id }, { ...order, status })
      onChanged?.(answer.data)
    } else {
      const answer = await ask('createWebhook', {}, order, { idempotencyKey: intention.current })
      onMade?.(answer.data)
    }
  })
  const change: typeof form.set = (name, value) => {
    // Another body is another intention.
    intention.current = newIdempotencyKey()
    form.set(name, value)
  }
  return (
    <form class="form" noValidate onSubmit={form.submit}>
      <FormSummary faults={form.summary} />
      <FormError error={form.error} fields={Object.keys(form.values)} />
      <TextField name="url" type="url" label="Address" hint="A public https address of yours; on a laptop also one of this machine" placeholder="https://hooks.example.org/lumia" isRequired value={form.values.url} onValue={(value) => change('url', value)} onLeave={() => form.touch('url')} fault={form.faultOf('url')} />
      <TextField name="description" label="Description" hint="For you; may stay empty" value={form.values.description} onValue={(value) => change('description', value)} fault={form.faultOf('description')} />
      <Types chosen={form.values.types} fault={form.faultOf('types')} onChosen={(types) => change('types', types)} />
      {webhook && (
        <div class="field">
          <span class="account-label">Status</span>
          <Choice label="Status" value={form.values.status} options={[{ value: 'active', label: 'Active' }, { value: 'paused', label: 'Paused' }]} onValue={(value) => change('status', value)} />
          <p class="field-hint">What waits for a paused one waits on.</p>
        </div>
      )}
      <div class="account-actions">
        <button type="submit" class="button button-primary" disabled={form.isSending}>
          {form.isSending ? 'Sending…' : webhook ? 'Save' : 'Make the webhook'}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}

type TypesProps = { readonly chosen: readonly string[]; readonly fault: string | undefined; readonly onChosen: (types: readonly string[]) => void }

function Types({ chosen, fault, onChosen }: TypesProps) {
  return (
    <fieldset class="account-checks" id="field-types" tabIndex={-1} aria-describedby={fault ? 'types-fault' : undefined}>
      <legend>Hears of</legend>
      {Object.entries(EVENTS).map(([type, text]) => (
        <CheckField key={type} name={`type-${type.replace('.', '-')}`} label={type} hint={text} isChecked={chosen.includes(type)} onValue={(isOn) => onChosen(isOn ? [...chosen, type] : chosen.filter((one) => one !== type))} />
      ))}
      {fault && (
        <p id="types-fault" class="field-fault">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
