import { decode } from './decode'
import { parseJson, writeJson } from './json'
import { pathOf } from './path'
import { OPERATIONS, type OperationId, type Operations } from './generated/operations'
import { SCHEMAS } from './generated/schemas'
import type { AnswerMetadata, Failure, Pagination } from './generated/types'

/** An answer with what stands beside its data. */
export type Answer<Id extends OperationId> = {
  readonly data: Operations[Id]['data']
  readonly metadata: AnswerMetadata
  readonly pagination?: Pagination | null | undefined
  readonly etag: string | null
}

/** Every status but 2xx: what the API said, or nothing where it said nothing, as with 304. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly failure: Failure['error'] | undefined,
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(failure ? `${status} ${failure.code}: ${failure.message}` : `the API answered ${status}`)
    this.name = 'Refused'
  }
}

const LONGEST_MS = 30_000

/**
 * A client of one API. Numbers with a fraction come and go as `Decimal`, the text that the API wrote; what does not follow the
 * document is refused with the place in it.
 *
 * @param headers of every request, such as X-API-Key
 */
export function clientOf(address: string, headers: Readonly<Record<string, string>> = {}) {
  return async function ask<Id extends OperationId>(id: Id, parameters: Operations[Id]['parameters'], body?: Operations[Id]['body'], more: Readonly<Record<string, string>> = {}): Promise<Answer<Id>> {
    const { method, numbers, answer } = OPERATIONS[id]
    const exact = new Set<string>(numbers)
    const response = await fetch(address + pathOf(id, parameters), {
      method,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers, ...more },
      ...(body === undefined ? {} : { body: writeJson(body, (path) => exact.has(path)) }),
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    const text = await response.text()
    if (!response.ok) throw new Refused(response.status, failureOf(text), secondsOf(response.headers.get('Retry-After')))
    return { ...(decode(parseJson(text), { r: answer }, SCHEMAS) as Omit<Answer<Id>, 'etag'>), etag: response.headers.get('ETag') }
  }
}

function failureOf(text: string): Failure['error'] | undefined {
  return text === '' ? undefined : (decode(parseJson(text), { r: 'Failure' }, SCHEMAS) as Failure).error
}

const secondsOf = (header: string | null): number | undefined => (header !== null && /^\d+$/.test(header) ? Number(header) : undefined)
