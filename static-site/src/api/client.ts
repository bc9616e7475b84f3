import { config } from '~/state/config'
import { ApiError, asApiError, type FieldFault } from './errors'
import { noteServerTime, onDeviceClock } from './clock'
import { decode, UnexpectedAnswer } from './decode'
import { parseJson, writeJson, type Json } from './json'
import { areCopiesOld } from './newest'
import { pathOf } from './path'
import { endSession, session, startSession, type SessionEnd, type Tokens } from './session'
import { OPERATIONS, type OperationId, type Operations } from './generated/operations'
import type { AnswerMetadata, Pagination } from './generated/types'

/** An answer's data with what the envelope says about it. */
export type Answer<T> = {
  readonly data: T
  readonly message: string | null | undefined
  readonly metadata: AnswerMetadata
  readonly pagination: Pagination | null | undefined
  /** Equal tags mean equal data; undefined where the API gave none. */
  readonly etag: string | undefined
}

export type DataOf<Id extends OperationId> = Operations[Id]['data']
export type ParametersOf<Id extends OperationId> = Operations[Id]['parameters']
export type BodyOf<Id extends OperationId> = Operations[Id]['body']

export type AskOptions = {
  readonly signal?: AbortSignal | undefined
  /** For a POST that must happen once: send the same key again when asking again. */
  readonly idempotencyKey?: string | undefined
  /** Ask the server even where the browser's own copy is still good. */
  readonly fresh?: boolean | undefined
  /** How long to wait for the answer; 30 s unless something is calculated. */
  readonly timeoutMs?: number | undefined
}

const TIMEOUT_MS = 30_000
/** Of questions that change nothing. */
const MAX_TRIES = 3
const FIRST_PAUSE_MS = 400
/** A longer Retry-After is shown to the reader instead of waited for. */
const MAX_PAUSE_MS = 3_000
/** An access token is renewed when less than this is left. */
const RENEW_BEFORE_MS = 30_000

/** Asks one operation of the API; every failure is an ApiError (an aborted question throws AbortError). */
export async function ask<Id extends OperationId>(
  id: Id,
  parameters: ParametersOf<Id>,
  body?: BodyOf<Id>,
  options: AskOptions = {},
): Promise<Answer<DataOf<Id>>> {
  const question = questionOf(id, parameters, body, options)
  const tries = OPERATIONS[id].method === 'GET' ? MAX_TRIES : 1
  for (let left = tries, pause = FIRST_PAUSE_MS; ; left--, pause *= 2) {
    try {
      return (await askOnce(question)) as Answer<DataOf<Id>>
    } catch (thrown) {
      if (options.signal?.aborted) throw thrown
      const error = asApiError(thrown)
      const wait = (error.retryAfterSeconds ?? pause / 1000) * 1000
      if (left <= 1 || !error.isPassing || wait > MAX_PAUSE_MS) throw error
      await sleep(wait, options.signal)
    }
  }
}

type Question = {
  readonly id: OperationId
  readonly url: string
  readonly request: RequestInit & { headers: Record<string, string> }
  readonly signal: AbortSignal | undefined
  readonly timeoutMs: number
}

/** The address of an operation with its parameters, also for links such as a download. */
export const urlOf = <Id extends OperationId>(id: Id, parameters: ParametersOf<Id>): string => config.value.apiBase + pathOf(id, parameters)

function questionOf<Id extends OperationId>(id: Id, parameters: ParametersOf<Id>, body: BodyOf<Id> | undefined, options: AskOptions): Question {
  const operation = OPERATIONS[id]
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey
  const request: RequestInit & { headers: Record<string, string> } = { method: operation.method, headers, credentials: 'omit' }
  request.cache = options.fresh || IS_LOADED_AGAIN || areCopiesOld() ? 'no-cache' : 'default'
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
    const numbers = operation.numbers as readonly string[]
    request.body = writeJson(body, (path) => numbers.includes(path))
  }
  return { id, url: urlOf(id, parameters), request, signal: options.signal, timeoutMs: options.timeoutMs ?? TIMEOUT_MS }
}

/** An answer as it was sent, for a file of one's own. */
export async function askText<Id extends OperationId>(id: Id, parameters: ParametersOf<Id>): Promise<string> {
  const question = questionOf(id, parameters, undefined, {})
  await authorise(question)
  const response = await send(question)
  const text = await response.text()
  if (!response.ok) throw refusal(response, text)
  return text
}

async function askOnce(question: Question): Promise<Answer<unknown>> {
  await authorise(question)
  const response = await send(question)
  const text = await response.text().catch((cause: unknown) => {
    throw offline(cause)
  })
  if (response.status === 401 && session.value && !isAboutTokens(question.url)) endSession('refused')
  return response.ok ? answerOf(question.id, response, text) : Promise.reject(refusal(response, text))
}

/** These say themselves who asks, and their 401 is about what was typed. */
const isAboutTokens = (url: string): boolean => url.includes('/api/v1/tokens')

async function authorise(question: Question): Promise<void> {
  if (isAboutTokens(question.url)) return
  const token = await accessToken()
  if (token) question.request.headers['Authorization'] = `Bearer ${token}`
}

/** Answers may be kept for some minutes; whoever loads the page again wants to know what is true now. */
const IS_LOADED_AGAIN = isLoadedAgain()

function isLoadedAgain(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation !== undefined && 'type' in navigation && navigation.type === 'reload'
}

async function send(question: Question): Promise<Response> {
  const timeout = AbortSignal.timeout(question.timeoutMs)
  const stop = question.signal ? AbortSignal.any([question.signal, timeout]) : timeout
  try {
    return await fetch(question.url, { ...question.request, signal: stop })
  } catch (cause) {
    if (question.signal?.aborted) throw cause
    throw offline(cause)
  }
}

const offline = (cause: unknown): ApiError =>
  new ApiError({
    kind: 'offline',
    code: 'OFFLINE',
    message: 'The API did not answer. It may be stopped, or this device may be offline.',
    status: 0,
    cause,
  })

async function answerOf(id: OperationId, response: Response, text: string): Promise<Answer<unknown>> {
  const requestId = response.headers.get('X-Request-ID') ?? undefined
  try {
    const { SCHEMAS } = await import('./generated/schemas')
    const envelope = decode(parseJson(text), { r: OPERATIONS[id].answer }, SCHEMAS) as Omit<Answer<unknown>, 'etag'>
    noteServerTime(envelope.metadata.timestamp)
    return { ...envelope, etag: response.headers.get('ETag') ?? undefined }
  } catch (cause) {
    const message = cause instanceof UnexpectedAnswer ? cause.message : 'the answer is no JSON'
    throw new ApiError({ kind: 'unexpected', code: 'UNEXPECTED_ANSWER', message: `${id}: ${message}`, status: response.status, requestId, cause })
  }
}

type Refusal = {
  readonly code?: string
  readonly message?: string
  readonly request_id?: string
  readonly details?: { readonly fields?: readonly FieldFault[] } | null
}

function refusal(response: Response, text: string): ApiError {
  const error = refusalBody(text)
  return new ApiError({
    kind: 'refused',
    code: error.code ?? `HTTP_${response.status}`,
    message: error.message ?? `The API answered ${response.status} without saying why.`,
    status: response.status,
    fields: error.details?.fields ?? [],
    requestId: error.request_id ?? response.headers.get('X-Request-ID') ?? undefined,
    retryAfterSeconds: seconds(response.headers.get('Retry-After')),
  })
}

function refusalBody(text: string): Refusal {
  try {
    const body = parseJson(text) as { readonly [name: string]: Json }
    return (body['error'] ?? {}) as Refusal
  } catch {
    return {}
  }
}

const seconds = (header: string | null): number | undefined => (header !== null && /^\d+$/.test(header) ? Number(header) : undefined)

let renewing: Promise<void> | undefined

/** A refresh token counts once and two at a time end the session, so whoever needs the next one waits for the same answer. */
async function accessToken(): Promise<string | undefined> {
  if (!renewing && session.value && !isFresh(session.value)) renewing = inTurn(renewOld).finally(() => (renewing = undefined))
  await renewing
  return session.value?.access_token
}

const isFresh = (tokens: Tokens): boolean => Date.parse(tokens.access_expires_at) - Date.now() > RENEW_BEFORE_MS

/** One tab after the other: a duplicated tab holds the same refresh token. */
function inTurn(step: () => Promise<void>): Promise<void> {
  return typeof navigator !== 'undefined' && navigator.locks ? navigator.locks.request('lumia.session', step) : step()
}

/** The token may have been renewed by another tab while this one waited. */
async function renewOld(): Promise<void> {
  const tokens = session.value
  if (tokens && !isFresh(tokens)) await renew(tokens.refresh_token, 'expired')
}

/** Ends the session where the token does not count; any other failure leaves it, so that asking again may succeed. */
async function renew(refreshToken: string, why: SessionEnd): Promise<void> {
  try {
    const answer = await ask('refreshTokens', {}, { refresh_token: refreshToken })
    startSession(tokensOf(answer))
  } catch (thrown) {
    const error = asApiError(thrown)
    if (error.status !== 401 && error.status !== 400) throw error
    endSession(why)
  }
}

/** Expiry on this device's clock, which need not go as the API's does. */
function tokensOf({ data, metadata }: Answer<DataOf<'signIn'>>): Tokens {
  const shifted = (instant: string): string => onDeviceClock(instant, metadata.timestamp)
  return { ...data, access_expires_at: shifted(data.access_expires_at), refresh_expires_at: shifted(data.refresh_expires_at) }
}

/** Signs in by a refresh token that a link brought; questions asked meanwhile wait for it. Fails where nobody answers. */
export function signInByLink(refreshToken: string): Promise<void> {
  const before = session.value
  const opening = renew(refreshToken, 'link')
  renewing = opening.catch(() => undefined).finally(() => (renewing = undefined))
  return opening.then(() => {
    if (before && before.session_id !== session.value?.session_id) return ask('signOut', {}, { refresh_token: before.refresh_token }).then(() => undefined, () => undefined)
    return undefined
  })
}

/** Signs in for this tab. */
export async function signIn(email: string, password: string): Promise<void> {
  const answer = await ask('signIn', {}, { email, password })
  startSession(tokensOf(answer))
}

/** Ends the session here and there; here even where the API cannot be reached. */
export async function signOut(): Promise<void> {
  const tokens = session.value
  endSession()
  if (tokens) await ask('signOut', {}, { refresh_token: tokens.refresh_token })
}

/** A key for `AskOptions.idempotencyKey`. */
export const newIdempotencyKey = (): string => crypto.randomUUID()

export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    })
  })
}
