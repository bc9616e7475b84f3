import { useState } from 'preact/hooks'
import { isSignedIn, sessionEnd, signInByLink } from '~/api'
import { ErrorBox, PageHead, Panel, Skeleton } from '~/components'
import { toast } from '~/state/toasts'
import { AccountFrame } from './AccountFrame'
import { ProfilePanels } from './ProfilePanels'
import { SignInForm } from './SignInForm'
import { useTokenOfLink } from './useTokenOfLink'
import './account.css'

/** Signing in, also by a link, and then who one is. */
export default function AccountPage() {
  const link = useSignInLink()
  if (link.state === 'asking') return <SwitchQuestion onYes={link.open} onNo={link.drop} />
  if (link.state === 'opening') return <Opening />
  if (link.error) return <LinkFailed error={link.error} onRetry={link.open} />
  if (isSignedIn.value) {
    return (
      <AccountFrame title="Account" lead="Who you are here, and what recommendations should know about you.">
        <ProfilePanels />
      </AccountFrame>
    )
  }
  return (
    <div class="page">
      <PageHead title="Account" lead="Sign in, or register with an e-mail address and a password." />
      <SignInForm />
    </div>
  )
}

/**
 * A link /account#session=TOKEN signs in, also one pasted while the page shows. Whoever is signed in already is asked first:
 * a stranger's link must not swap the account unseen.
 */
function useSignInLink() {
  const [token, setToken] = useState<string>()
  const [state, setState] = useState<'none' | 'asking' | 'opening'>('none')
  const [error, setError] = useState<unknown>()

  const open = (link: string): void => {
    setState('opening')
    setError(undefined)
    signInByLink(link)
      .then(() => (isSignedIn.value && !sessionEnd.value ? toast('Signed in by a link') : undefined), setError)
      .finally(() => setState('none'))
  }

  useTokenOfLink('session', (link) => {
    setToken(link)
    if (isSignedIn.value) setState('asking')
    else open(link)
  })

  const drop = (): void => {
    setToken(undefined)
    setState('none')
  }
  return { state, error, open: () => token !== undefined && open(token), drop }
}

const Opening = () => (
  <div class="page" aria-busy="true">
    <PageHead title="Account" lead="Signing in by your link…" />
    <Skeleton lines={6} />
  </div>
)

const LinkFailed = ({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) => (
  <div class="page">
    <PageHead title="Account" />
    <ErrorBox error={error} what="The link could not be opened" onRetry={onRetry} />
  </div>
)

const SwitchQuestion = ({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }) => (
  <div class="page">
    <PageHead title="Account" />
    <Panel title="Sign in by this link instead?">
      <p>You are signed in already. The link would end that session and open another, perhaps of another account. If you did not ask for it, stay as you are.</p>
      <div class="account-actions">
        <button type="button" class="button button-primary" onClick={onNo}>
          Stay as I am
        </button>
        <button type="button" class="button" onClick={onYes}>
          Open the link’s session
        </button>
      </div>
    </Panel>
  </div>
)
