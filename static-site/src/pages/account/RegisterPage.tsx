import { useState } from 'preact/hooks'
import { ask } from '~/api'
import { FormSummary, PageHead, Panel, TextField, useForm } from '~/components'
import { FormError } from './AccountFrame'
import { emailFault, newPasswordFault, sameFault } from './checks'
import './account.css'

/** Registering: the account begins when the mail's link was opened. */
export default function RegisterPage() {
  const [sentTo, setSentTo] = useState<{ readonly email: string; readonly hours: number }>()
  return (
    <div class="page">
      <PageHead title="Register" lead="An e-mail address and a password; the account begins when you open the link in our mail." />
      {sentTo ? <MailSent email={sentTo.email} hours={sentTo.hours} onAgain={() => setSentTo(undefined)} /> : <RegisterForm onSent={(email, hours) => setSentTo({ email, hours })} />}
    </div>
  )
}

function RegisterForm({ onSent }: { readonly onSent: (email: string, hours: number) => void }) {
  const form = useForm(
    { email: '', password: '', again: '' },
    (values) => ({ email: emailFault(values.email), password: newPasswordFault(values.password, values.email), again: sameFault(values.again, values.password) }),
    async ({ email, password }) => {
      const answer = await ask('register', {}, { email, password })
      onSent(email.trim(), answer.data.confirm_within_hours)
    },
  )
  return (
    <Panel title="A new account">
      <form class="form" noValidate onSubmit={form.submit}>
        <FormSummary faults={form.summary} />
        <FormError error={form.error} fields={['email', 'password']} />
        <TextField name="email" type="email" label="E-mail" autocomplete="username" isRequired hint="Kept encrypted; used to sign in and for mails about the account, for nothing else." value={form.values.email} onValue={(value) => form.set('email', value)} onLeave={() => form.touch('email')} fault={form.faultOf('email')} />
        <TextField name="password" type="password" label="Password" autocomplete="new-password" isRequired hint="At least 12 characters of whatever kind. A few unrelated words are good." value={form.values.password} onValue={(value) => form.set('password', value)} onLeave={() => form.touch('password')} fault={form.faultOf('password')} />
        <TextField name="again" type="password" label="Password once more" autocomplete="new-password" isRequired value={form.values.again} onValue={(value) => form.set('again', value)} onLeave={() => form.touch('again')} fault={form.faultOf('again')} />
        <div class="account-actions">
          <button type="submit" class="button button-primary" disabled={form.isSending}>
            {form.isSending ? 'Registering…' : 'Register'}
          </button>
          <a href="/account">Sign in instead</a>
        </div>
      </form>
    </Panel>
  )
}

const MailSent = ({ email, hours, onAgain }: { readonly email: string; readonly hours: number; readonly onAgain: () => void }) => (
  <Panel title="Look into your mail">
    <p role="status">
      A mail to <strong>{email}</strong> is on its way, if one can be delivered. Open its link within {hours} hours; until then there is no account.
    </p>
    <p class="dim">An installation on a laptop sends nothing: it writes its mails into the folder mails of its data, for you to open. Who has an account already gets a mail that says so.</p>
    <div class="account-actions">
      <button type="button" class="button" onClick={onAgain}>
        Try another address
      </button>
      <a href="/account">Sign in</a>
    </div>
  </Panel>
)
