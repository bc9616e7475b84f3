import { asApiError } from '~/api/errors'
import { isSignedIn } from '~/api/session'
import { CopyButton } from './CopyButton'

type Props = {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
  readonly retryLabel?: string
  /** What failed, such as "The prices could not be read". */
  readonly what?: string | undefined
}

/** What failed, why, what to do, and the id by which the operator finds it in the log. */
export function ErrorBox({ error: thrown, onRetry, retryLabel = 'Try again', what }: Props) {
  const error = asApiError(thrown)
  return (
    <div class="error-box" role="alert">
      <p class="error-head">{what ?? headline(error.status, error.kind)}</p>
      <p>{error.message}</p>
      {error.fields.length > 0 && (
        <ul>
          {error.fields.map((fault) => (
            <li key={`${fault.path} ${fault.code}`}>
              <code>{fault.path}</code>: {fault.message}
            </li>
          ))}
        </ul>
      )}
      {error.retryAfterSeconds !== undefined && <p>It may be asked again in {error.retryAfterSeconds} s.</p>}
      <div class="error-actions">
        {error.status === 401 || (error.status === 403 && !isSignedIn.value) ? (
          <a class="button" href={signInAddress()}>
            Sign in
          </a>
        ) : null}
        {onRetry && (
          <button type="button" class="button" onClick={onRetry}>
            {retryLabel}
          </button>
        )}
        {error.requestId && (
          <span class="dim error-id">
            {error.code} · request <code>{error.requestId}</code> <CopyButton text={error.requestId} label="Copy the request id" />
          </span>
        )}
      </div>
    </div>
  )
}

/** Signing in leads back to where it was needed. */
function signInAddress(): string {
  const here = location.pathname + location.search
  return location.pathname.startsWith('/account') ? '/account' : `/account?next=${encodeURIComponent(here)}`
}

function headline(status: number, kind: string): string {
  if (kind === 'offline') return 'Nobody answers'
  if (kind === 'unexpected') return 'An answer was not understood'
  if (status === 401) return 'Signing in is needed'
  if (status === 403) return 'Not allowed'
  if (status === 404) return 'Not found'
  if (status === 429) return 'Too many requests'
  return 'The question was refused'
}
