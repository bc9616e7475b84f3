/** One input that the API refuses. */
export type FieldFault = { readonly path: string; readonly code: string; readonly message: string }

/**
 * Why a question got no answer.
 *
 * - `offline`: nobody answered (no network, a wrong address, a time-out)
 * - `refused`: the API answered with an error of its own
 * - `unexpected`: the answer is not what the API's document promises
 */
export type FailureKind = 'offline' | 'refused' | 'unexpected'

export class ApiError extends Error {
  readonly kind: FailureKind
  readonly code: string
  /** 0 where nobody answered. */
  readonly status: number
  readonly fields: readonly FieldFault[]
  readonly requestId: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(failure: {
    readonly kind: FailureKind
    readonly code: string
    readonly message: string
    readonly status: number
    readonly fields?: readonly FieldFault[]
    readonly requestId?: string | undefined
    readonly retryAfterSeconds?: number | undefined
    readonly cause?: unknown
  }) {
    super(failure.message, { cause: failure.cause })
    this.name = 'ApiError'
    this.kind = failure.kind
    this.code = failure.code
    this.status = failure.status
    this.fields = failure.fields ?? []
    this.requestId = failure.requestId
    this.retryAfterSeconds = failure.retryAfterSeconds
  }

  /** Whether the same question may be answered a little later. */
  get isPassing(): boolean {
    return this.kind === 'offline' || this.status === 429 || this.status >= 502
  }

  /** Whether signing in, or as somebody else, would help. */
  get needsSignIn(): boolean {
    return this.status === 401 || this.status === 403
  }

  /** What is wrong with a field or with a part of it: excluded_assets also for excluded_assets[0]. */
  fieldMessage(path: string): string | undefined {
    return this.fields.find((fault) => fault.path === path || fault.path.startsWith(`${path}[`) || fault.path.startsWith(`${path}.`))?.message
  }
}

/** What went wrong as an ApiError, whatever was thrown. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new ApiError({ kind: 'unexpected', code: 'UNEXPECTED', message, status: 0, cause: thrown })
}
