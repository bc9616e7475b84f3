import { sessionEnd, signIn, type SessionEnd } from '~/api'
import { FormSummary, Panel, TextField, useForm } from '~/components'
import { navigate, query } from '~/router'
import { toast } from '~/state/toasts'
import { FormError } from './AccountFrame'
import { anyPasswordFault, emailFault, safeNext } from './checks'

const ENDS: Readonly<Record<SessionEnd, string>> = {
  expired: 'Your session is over: it was unused for a week, was ended elsewhere, or its token was used a second time. Please sign in again.',
  refused: 'The API no longer accepts your session. Please sign in again.',
  link: 'That sign-in link counts no more. A link works once and for a while; ask for a new one, or sign in below.',
}

export function SignInForm() {
  const form = useForm(
    { email: '', password: '' },
    (values) => ({ email: emailFault(values.email), password: anyPasswordFault(values.password) }),
    async ({ email, password }) => {
      await signIn(email, password)
      toast('Signed in')
      navigate(safeNext(query.value.get('next')), { replace: true })
    },
  )
  return (
    <div class="account-columns">
      <Panel title="Sign in">
        {sessionEnd.value && (
          <p class="account-notice" role="status">
            {ENDS[sessionEnd.value]}
          </p>
        )}
        <form class="form" noValidate onSubmit={form.submit}>
          <FormSummary faults={form.summary} />
          <FormError error={form.error} fields={['email', 'password']} />
          <TextField name="email" type="email" label="E-mail" autocomplete="username" isRequired value={form.values.email} onValue={(value) => form.set('email', value)} onLeave={() => form.touch('email')} fault={form.faultOf('email')} />
          <TextField name="password" type="password" label="Password" autocomplete="current-password" isRequired value={form.values.password} onValue={(value) => form.set('password', value)} fault={form.faultOf('password')} />
          <div class="account-actions">
            <button type="submit" class="button button-primary" disabled={form.isSending}>
              {form.isSending ? 'Signing in…' : 'Sign in'}
            </button>
            <a href="/account/register">Register instead</a>
          </div>
        </form>
      </Panel>
      <Panel title="What an account is for">
        <ul class="account-reasons">
          <li>Recommendations for your capital, risk and horizon, kept so that they can be checked later</li>
          <li>Signals, and news with how positive they are</li>
          <li>Keys for your own programs, with what they may do and how often they were used</li>
          <li>Webhooks that tell your programs when something happened</li>
        </ul>
        <p class="dim">
          Assets and prices need no account. You stay signed in while this tab is open; ten wrong passwords close sign-in for a quarter of an hour. A forgotten password cannot be reset here yet: ask whoever runs this installation.
        </p>
      </Panel>
    </div>
  )
}
