import { useState } from 'preact/hooks'
import { ask, asApiError } from '~/api'
import { Empty, ErrorBox, PageHead, Panel } from '~/components'
import { useTokenOfLink } from './useTokenOfLink'
import './account.css'

/** Where the link of the mail leads. It waits for a click: programs that look into mails open links, and a token counts once. */
export default function ConfirmPage() {
  const [token, setToken] = useState<string>()
  useTokenOfLink('token', setToken)
  return (
    <div class="page">
      <PageHead title="Confirm your address" lead="The last step of registering." />
      {token === undefined ? <NoToken /> : <Confirm key={token} token={token} />}
    </div>
  )
}

const NoToken = () => (
  <Empty title="This address lacks the mail’s token" action={<a class="button" href="/account/register">Register</a>}>
    Open the link of the mail as a whole, up to its last character. It counts once, for 24 hours.
  </Empty>
)

function Confirm({ token }: { readonly token: string }) {
  const [state, setState] = useState<'asked' | 'sending' | 'done'>('asked')
  const [error, setError] = useState<unknown>()
  const confirm = (): void => {
    setState('sending')
    setError(undefined)
    ask('verifyUser', {}, { token }).then(
      () => setState('done'),
      (thrown: unknown) => {
        setError(thrown)
        setState('asked')
      },
    )
  }
  if (state === 'done') {
    return (
      <Panel title="Your address is confirmed">
        <p role="status">The account is there. Sign in with the password that you registered.</p>
        <a class="button button-primary account-button" href="/account">
          Sign in
        </a>
      </Panel>
    )
  }
  const isRefused = error !== undefined && asApiError(error).status === 400
  return (
    <Panel title="Is this address yours?">
      {error !== undefined && <ErrorBox error={error} what={isRefused ? 'The token does not count: it is unknown, was used, or is older than 24 hours' : 'The address could not be confirmed'} />}
      <p>Confirming makes the account with the password that was registered. If you did not register, close this page: nothing happens.</p>
      <div class="account-actions">
        <button type="button" class="button button-primary" disabled={state === 'sending'} onClick={confirm}>
          {state === 'sending' ? 'Confirming…' : 'Confirm my address'}
        </button>
        {isRefused && <a href="/account/register">Register again</a>}
      </div>
    </Panel>
  )
}
