import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { asApiError, isSignedIn, newIdempotencyKey, scopes, toNumber, type ApiError, type CollectionRun } from '~/api'
import { Empty, ErrorBox, Loaded, PageHead } from '~/components'
import { formatPercent, sentenceCase } from '~/format'
import { place } from '~/router'
import type { Resource } from '~/state/resource'
import { toast } from '~/state/toasts'
import { toneOf } from './words'
import './operations.css'

const SECTIONS = [
  { href: '/operations', label: 'Jobs' },
  { href: '/operations/runs', label: 'Runs' },
  { href: '/operations/gaps', label: 'Gaps' },
  { href: '/operations/quarantine', label: 'Quarantine' },
  { href: '/operations/dead-letters', label: 'Dead letters' },
  { href: '/operations/collectors', label: 'Providers' },
] as const

export const jobPath = (name: string): string => `/operations/jobs/${encodeURIComponent(name)}`
export const runPath = (id: string): string => `/operations/runs/${encodeURIComponent(id)}`

/** A page of operations: its heading, and the way to the others. */
export function Frame({ title, lead, tools, children }: { readonly title: ComponentChildren; readonly lead: ComponentChildren; readonly tools?: ComponentChildren; readonly children: ComponentChildren }) {
  const here = place.value.pathname
  return (
    <div class="page">
      <PageHead title={title} lead={lead}>
        {tools}
      </PageHead>
      <nav class="operations-nav" aria-label="Operations">
        {SECTIONS.map(({ href, label }) => (
          <a key={href} href={href} aria-current={here === href ? 'page' : isBelow(here, href) ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {children}
    </div>
  )
}

const isBelow = (here: string, href: string): boolean => (href === '/operations' ? here.startsWith('/operations/jobs/') : here.startsWith(`${href}/`))

type GuardedProps<T> = { readonly of: Resource<T>; readonly what: string; readonly skeleton?: ComponentChildren; readonly needs?: string; readonly children: (data: T) => ComponentChildren }

/** `Loaded`, and where the API refuses: what it takes to see this. */
export function Guarded<T>({ of: resource, what, skeleton, needs = 'collection:read', children }: GuardedProps<T>) {
  const error = resource.error
  if (error?.needsSignIn && resource.data === undefined) return <NotAllowed error={error} needs={needs} />
  return (
    <Loaded of={resource} what={what} skeleton={skeleton}>
      {children}
    </Loaded>
  )
}

function NotAllowed({ error, needs }: { readonly error: ApiError; readonly needs: string }) {
  if (error.status === 401 || !isSignedIn.value) {
    return (
      <Empty title="Sign in to see the operations" action={<a class="button button-primary" href="/account">Sign in</a>}>
        How data is collected is shown to those who run this installation. It takes an account with the permission <code>{needs}</code>.
      </Empty>
    )
  }
  return (
    <Empty title="Your account may not see this" action={<a class="button" href="/account">See what your account may do</a>}>
      It takes the permission <code>{needs}</code>, which an administrator gives.{error.requestId ? ` Request ${error.requestId}.` : ''}
    </Empty>
  )
}

/** Whether changing is worth offering: who is signed in without the permission is told so; where the API asks nobody, it is offered. */
export const mayWrite = (): boolean => !isSignedIn.value || scopes.value.has('collection:write')

export const ReadOnlyNote = () => (mayWrite() ? null : <p class="dim">Your account may look, not change: that takes the permission <code>collection:write</code>.</p>)

/** A state as a word with a sign; the colour only helps. */
export function StateChip({ state, label = sentenceCase(state) }: { readonly state: string; readonly label?: string }) {
  const tone = toneOf(state)
  return (
    <span class={`chip chip-${tone}`}>
      <span aria-hidden="true">{{ good: '✓', warn: '!', bad: '✕', quiet: '○' }[tone]}</span>
      {label}
    </span>
  )
}

/** How much of a run has ended. */
export function Progress({ run }: { readonly run: CollectionRun }) {
  return (
    <span class="operations-progress">
      <progress max={1} value={toNumber(run.done)} aria-label={`Progress of the run of ${run.job}`} />
      <span class="num">{formatPercent(run.done, 0)}</span>
    </span>
  )
}

export type Action = { readonly act: (work: (idempotencyKey: string) => Promise<string>) => void; readonly isBusy: boolean; readonly error: ApiError | undefined; readonly clear: () => void }

/**
 * One deed of the reader: it is not sent twice while it is under way, what it answers is a toast, what fails stays until it is put
 * away. A second try after a failure has the same key, so that what was done is not done twice.
 */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const key = useRef<string | undefined>(undefined)
  return {
    isBusy,
    error,
    clear: () => setError(undefined),
    act: (work) => {
      if (isBusy) return
      setBusy(true)
      setError(undefined)
      key.current ??= newIdempotencyKey()
      work(key.current)
        .then((done) => {
          key.current = undefined
          toast(done)
        })
        .catch((thrown: unknown) => {
          const failure = asApiError(thrown)
          // Only an unknown outcome is asked for again; a refusal was an answer.
          if (failure.kind !== 'offline') key.current = undefined
          setError(failure)
        })
        .finally(() => setBusy(false))
    },
  }
}

export const ActionError = ({ action, what }: { readonly action: Action; readonly what: string }) => (action.error ? <ErrorBox error={action.error} what={what} onRetry={action.clear} retryLabel="Put away" /> : null)
