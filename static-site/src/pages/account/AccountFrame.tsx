import type { ComponentChildren } from 'preact'
import { asApiError, type ApiError } from '~/api'
import { isSignedIn, session, signOut } from '~/api'
import { ErrorBox, PageHead } from '~/components'
import { navigate, place } from '~/router'
import { toast } from '~/state/toasts'
import './account.css'

const PLACES = [
  { href: '/account', label: 'Profile' },
  { href: '/account/security', label: 'Password and sessions' },
  { href: '/account/keys', label: 'Partner keys' },
  { href: '/account/webhooks', label: 'Webhooks' },
  { href: '/account/data', label: 'Your data' },
] as const

type Props = { readonly title: ComponentChildren; readonly lead?: ComponentChildren; readonly children: ComponentChildren }

/** A page of the account, with the way to the others. It begins anew when somebody else signs in. */
export function AccountFrame({ title, lead, children }: Props) {
  return (
    <div class="page" key={session.value?.user_id ?? 'nobody'}>
      <PageHead title={title} lead={lead}>
        {isSignedIn.value && (
          <button type="button" class="button" onClick={() => void leave()}>
            Sign out
          </button>
        )}
      </PageHead>
      <nav class="account-nav" aria-label="Account">
        <ul class="plain-list">
          {PLACES.map((one) => (
            <li key={one.href}>
              <a href={one.href} aria-current={isHere(one.href) ? 'page' : undefined}>
                {one.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  )
}

const isHere = (href: string): boolean => place.value.pathname === href || (href !== '/account' && place.value.pathname.startsWith(`${href}/`))

async function leave(): Promise<void> {
  try {
    await signOut()
    toast('Signed out')
  } catch (thrown) {
    toast(`Signed out here. The API could not be told: ${asApiError(thrown).message}`, 'failed')
  }
  navigate('/account')
}

/** What the API refused and no field shows. */
export function FormError({ error, fields }: { readonly error: ApiError | undefined; readonly fields: readonly string[] }) {
  if (!error) return null
  const isShownAtFields = error.fields.length > 0 && error.fields.every((fault) => fields.includes(fault.path))
  return isShownAtFields ? null : <ErrorBox error={error} />
}
