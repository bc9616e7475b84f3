import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { asApiError, ask, newestTurn, OPERATIONS, polling, session, type Answer, type ApiError, type DataOf, type OperationId, type ParametersOf } from '~/api'

/**
 * A question on its way. While it is asked again `data` stays what it was, so that a page does not flicker; `error` beside
 * `data` means that the newest try failed and what is shown is older.
 */
export type Resource<T> = {
  readonly data: T | undefined
  readonly error: ApiError | undefined
  readonly isLoading: boolean
  readonly reload: () => void
}

type Held<T> = { readonly key: string; readonly data?: T | undefined; readonly error?: ApiError | undefined; readonly isLoading: boolean }

/**
 * Asks whenever `key` changes; undefined asks nothing.
 *
 * @param key     everything the question depends on, as one string
 * @param isOfNow whether the answer changes with what the books learn; then it is asked again when they learn more
 */
export function useResource<T>(key: string | undefined, load: (signal: AbortSignal) => Promise<T>, isOfNow = false): Resource<T> {
  const [held, setHeld] = useState<Held<T>>({ key: '', isLoading: key !== undefined })
  const [turn, setTurn] = useState(0)
  const newest = useRef(load)
  newest.current = load
  const learnt = isOfNow ? newestTurn.value : 0

  useEffect(() => {
    if (key === undefined) return undefined
    const stop = new AbortController()
    setHeld((before) => ({ ...before, isLoading: true }))
    newest.current(stop.signal).then(
      (data) => stop.signal.aborted || setHeld({ key, data, isLoading: false }),
      (thrown: unknown) =>
        stop.signal.aborted ||
        setHeld((before) => ({ key, data: before.key === key ? before.data : undefined, error: asApiError(thrown), isLoading: false })),
    )
    return () => stop.abort()
  }, [key, turn, learnt])

  const reload = useCallback(() => setTurn((before) => before + 1), [])
  return { data: held.data, error: held.error, isLoading: held.isLoading, reload }
}

/** Operations that can answer of the past answer of now where none is named. */
const isOfNow = (id: OperationId, parameters: unknown): boolean => (OPERATIONS[id].query as readonly string[]).includes('as_of') && (parameters as { as_of?: string } | undefined)?.as_of === undefined

const keyOf = (id: string, parameters: unknown): string | undefined => (parameters === undefined ? undefined : `${id} ${JSON.stringify(parameters)}`)

/** Asks one operation whenever its parameters change. `undefined` parameters ask nothing. */
export function useAsk<Id extends OperationId>(id: Id, parameters: ParametersOf<Id> | undefined): Resource<Answer<DataOf<Id>>> {
  return useResource(keyOf(id, parameters), (signal) => ask(id, parameters as ParametersOf<Id>, undefined, { signal }), isOfNow(id, parameters))
}

/** The same, kept up to date, and asked anew where somebody else signs in. */
export function useLive<Id extends OperationId>(id: Id, parameters: ParametersOf<Id> | undefined, everySeconds: number): Resource<Answer<DataOf<Id>>> {
  const key = keyOf(id, parameters)
  const [held, setHeld] = useState<Held<Answer<DataOf<Id>>>>({ key: '', isLoading: key !== undefined })
  const [turn, setTurn] = useState(0)
  const asker = session.value?.session_id
  const learnt = isOfNow(id, parameters) ? newestTurn.value : 0

  useEffect(() => {
    if (key === undefined) return undefined
    setHeld((before) => ({ ...before, isLoading: true }))
    return polling(id, parameters as ParametersOf<Id>, everySeconds * 1000).subscribe({
      next: (data) => setHeld({ key, data, isLoading: false }),
      failed: (error) => setHeld((before) => ({ key, data: before.key === key ? before.data : undefined, error, isLoading: false })),
    })
  }, [key, turn, everySeconds, asker, learnt])

  const reload = useCallback(() => setTurn((before) => before + 1), [])
  return { data: held.data, error: held.error, isLoading: held.isLoading, reload }
}
