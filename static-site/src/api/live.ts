import { asApiError, type ApiError } from './errors'
import { ask, type Answer, type DataOf, type ParametersOf } from './client'
import type { OperationId } from './generated/operations'

/**
 * Something that tells of itself while it changes. Polling today; a WebSocket would be another implementation, and no page
 * would notice.
 */
export interface LiveSource<T> {
  /** Tells of the newest value from now on. @returns stops it */
  subscribe(listener: LiveListener<T>): () => void
}

export type LiveListener<T> = {
  readonly next: (answer: Answer<T>) => void
  readonly failed: (error: ApiError) => void
}

/** A source that fails is asked less and less often, at least this often. */
const SLOWEST_MS = 300_000

/**
 * Asks again and again. The browser revalidates by ETag, so an unchanged answer costs a 304, and its listener is not told.
 * Nothing is asked while nobody looks at the tab, nor again by somebody who may not:
 * a minute later he may not either, and each try counts against what he may.
 */
export function polling<Id extends OperationId>(id: Id, parameters: ParametersOf<Id>, everyMs: number): LiveSource<DataOf<Id>> {
  return {
    subscribe(listener) {
      const stop = new AbortController()
      let failures = 0
      let etag: string | undefined
      let isRefused = false
      let timer: ReturnType<typeof setTimeout> | undefined

      const look = async (): Promise<void> => {
        try {
          const answer = await ask(id, parameters, undefined, { signal: stop.signal, fresh: etag !== undefined })
          failures = 0
          if (etag === undefined || answer.etag !== etag) listener.next(answer)
          etag = answer.etag ?? ''
        } catch (thrown) {
          if (stop.signal.aborted) return
          const error = asApiError(thrown)
          failures++
          isRefused = error.needsSignIn
          listener.failed(error)
        }
        plan()
      }
      const plan = (): void => {
        if (stop.signal.aborted || isRefused || document.hidden) return
        timer = setTimeout(() => void look(), Math.min(everyMs * 2 ** failures, SLOWEST_MS))
      }
      const onVisibility = (): void => {
        clearTimeout(timer)
        if (!document.hidden && !isRefused) void look()
      }

      document.addEventListener('visibilitychange', onVisibility)
      void look()
      return () => {
        stop.abort()
        clearTimeout(timer)
        document.removeEventListener('visibilitychange', onVisibility)
      }
    },
  }
}
