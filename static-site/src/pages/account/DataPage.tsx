import { useState } from 'preact/hooks'
import { ask, askText, endSession } from '~/api'
import { CheckField, ErrorBox, FormSummary, Panel, TextField, useForm } from '~/components'
import { navigate } from '~/router'
import { saveFile } from '~/state/download'
import { toast } from '~/state/toasts'
import { AccountFrame, FormError } from './AccountFrame'

/** What we hold of a person, to take along or to have deleted. */
export default function DataPage() {
  return (
    <AccountFrame title="Your data" lead="Everything that is held of you: take a copy, or have it deleted.">
      <div class="account-columns">
        <Export />
        <Deletion />
      </div>
    </AccountFrame>
  )
}

function Export() {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = (): void => {
    setBusy(true)
    setError(undefined)
    askText('exportMe', {})
      .then((text) => {
        saveFile(`lumia-my-data-${new Date().toISOString().slice(0, 10)}.json`, 'application/json', text)
        toast('Your data is in your downloads')
      }, setError)
      .finally(() => setBusy(false))
  }
  return (
    <Panel title="Take a copy">
      <p>Account, profile, sessions, partner keys (never their secrets), webhooks, recommendations: one JSON file, as the API answers it.</p>
      {error !== undefined && <ErrorBox error={error} what="Your data could not be read" />}
      <div class="account-actions">
        <button type="button" class="button" disabled={isBusy} onClick={save}>
          {isBusy ? 'Collecting…' : 'Download my data'}
        </button>
      </div>
    </Panel>
  )
}

function Deletion() {
  const form = useForm(
    { password: '', isSure: false },
    (values) => ({ isSure: values.isSure ? undefined : 'Tick that you want all of it deleted' }),
    async ({ password }) => {
      await ask('deleteMe', {}, { password: password || null })
      endSession()
      toast('Your account was deleted')
      navigate('/')
    },
  )
  const fault = form.faultOf('isSure')
  return (
    <Panel title="Delete the account" class="account-danger">
      <p>At once and for good: profile, sessions, keys, webhooks, recommendations. Keys stop working. Only a bare id stays, so that the log of who did what keeps its meaning.</p>
      <form class="form" noValidate onSubmit={form.submit}>
        <FormSummary faults={form.summary} />
        <FormError error={form.error} fields={['password']} />
        <TextField name="password" type="password" label="Your password" autocomplete="current-password" hint="Leave it empty if you sign in elsewhere and have none here" value={form.values.password} onValue={(value) => form.set('password', value)} fault={form.faultOf('password')} />
        <CheckField name="isSure" label="Delete all of it; it cannot be brought back" isChecked={form.values.isSure} onValue={(isOn) => form.set('isSure', isOn)} />
        {fault && <p class="field-fault">{fault}</p>}
        <div class="account-actions">
          <button type="submit" class="button button-danger" disabled={form.isSending}>
            {form.isSending ? 'Deleting…' : 'Delete my account'}
          </button>
        </div>
      </form>
    </Panel>
  )
}
