import { useRef } from 'preact/hooks'
import { ask, newIdempotencyKey, serverToday, type IssuedPartnerKey, type PartnerKeyOrder } from '~/api'
import { CheckField, Choice, FormSummary, Loaded, SkeletonBlock, TextField, useForm } from '~/components'
import { useAsk } from '~/state/resource'
import { FormError } from './AccountFrame'
import { addressesFault, endOfDay, expiryFault, nameFault, wordsOf } from './checks'
import { grantable, scopeName } from './words'

type Props = { readonly onMade: (key: IssuedPartnerKey) => void; readonly onCancel: () => void }

/** What a key may do is chosen from what one may do oneself, so that has to be known first. */
export function KeyForm(props: Props) {
  const me = useAsk('getMe', {})
  return (
    <Loaded of={me} what="What you may do could not be read" skeleton={<SkeletonBlock height={620} />}>
      {(answer) => <Fields {...props} scopes={grantable(answer.data.scopes)} />}
    </Loaded>
  )
}

type Values = { readonly name: string; readonly mode: 'live' | 'test'; readonly scopes: readonly string[]; readonly addresses: string; readonly expires_at: string }

const EMPTY: Values = { name: '', mode: 'live', scopes: ['market:read'], addresses: '', expires_at: '' }

const orderOf = (values: Values): PartnerKeyOrder => ({
  name: values.name.trim(),
  mode: values.mode,
  scopes: values.scopes,
  addresses: wordsOf(values.addresses),
  expires_at: endOfDay(values.expires_at),
})

const check = (values: Values) => ({
  name: nameFault(values.name),
  scopes: values.scopes.length === 0 ? 'At least one thing that the key may do' : undefined,
  addresses: addressesFault(values.addresses),
  expires_at: expiryFault(values.expires_at, serverToday()),
})

function Fields({ onMade, onCancel, scopes }: Props & { readonly scopes: readonly string[] }) {
  const intention = useRef(newIdempotencyKey())
  const form = useForm(EMPTY, check, async (values) => {
    const answer = await ask('createKey', {}, orderOf(values), { idempotencyKey: intention.current })
    intention.current = newIdempotencyKey()
    onMade(answer.data)
  })
  const change: typeof form.set = (name, value) => {
    // Another body is another intention.
    intention.current = newIdempotencyKey()
    form.set(name, value)
  }
  const scopesFault = form.faultOf('scopes')
  return (
    <form class="form" noValidate onSubmit={form.submit}>
      <FormSummary faults={form.summary} />
      <FormError error={form.error} fields={Object.keys(form.values)} />
      <TextField name="name" label="Name" hint="By which you will know it: the program, the place" isRequired value={form.values.name} onValue={(value) => change('name', value)} onLeave={() => form.touch('name')} fault={form.faultOf('name')} />
      <div class="field">
        <span class="account-label">What for</span>
        <Choice label="What for" value={form.values.mode} options={[{ value: 'live', label: 'Live' }, { value: 'test', label: 'Test' }]} onValue={(value) => change('mode', value)} />
      </div>
      <fieldset class="account-checks" id="field-scopes" tabIndex={-1} aria-describedby={scopesFault ? 'scopes-fault' : undefined}>
        <legend>May do</legend>
        {scopes.map((scope) => (
          <CheckField key={scope} name={`scope-${scope.replace(':', '-')}`} label={scopeName(scope)} hint={scope} isChecked={form.values.scopes.includes(scope)} onValue={(isOn) => change('scopes', isOn ? [...form.values.scopes, scope] : form.values.scopes.filter((one) => one !== scope))} />
        ))}
        {scopesFault && (
          <p id="scopes-fault" class="field-fault">
            {scopesFault}
          </p>
        )}
      </fieldset>
      <TextField name="addresses" label="Only from these networks" hint="Addresses or ranges by commas, 20 at most; empty for everywhere" placeholder="192.0.2.0/24, 2001:db8::/32" value={form.values.addresses} onValue={(value) => change('addresses', value)} onLeave={() => form.touch('addresses')} fault={form.faultOf('addresses')} />
      <TextField name="expires_at" type="date" label="Last day" hint="The key counts until this day is over, UTC; empty for no end" value={form.values.expires_at} onValue={(value) => change('expires_at', value)} onLeave={() => form.touch('expires_at')} fault={form.faultOf('expires_at')} />
      <div class="account-actions">
        <button type="submit" class="button button-primary" disabled={form.isSending}>
          {form.isSending ? 'Making…' : 'Make the key'}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
