import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, signInByLink, urlOf } from './client'
import { decimal } from './decimal'
import { ApiError } from './errors'
import { noteNewest } from './newest'
import { endSession, session, sessionEnd, startSession, type Tokens } from './session'

const METADATA = { timestamp: '2015-01-02T12:00:00Z', request_id: 'request-0001', execution_time_ms: 3, api_version: 'v1', as_of: null, snapshot_id: null, warnings: [] }
const HEALTH = { success: true, data: { status: 'up' }, message: null, metadata: METADATA, pagination: null }

type Sent = { readonly url: string; readonly init: RequestInit }
let sent: Sent[]
let answers: Array<() => Response | Promise<Response>>

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) => () => new Response(JSON.stringify(body), { status, headers })
const header = (at: number, name: string) => (sent[at]?.init.headers as Record<string, string>)[name]
const tokens = (access: string, expiresAt: string): Tokens => ({ access_token: access, access_expires_at: expiresAt, refresh_token: `refresh of ${access}`, refresh_expires_at: '2099-01-01T00:00:00Z', scope: 'market:read', user_id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', session_id: '6f9619ff-8b86-4d01-b42d-00cf4fc964fe' })

const tokensAnswer = (next: Tokens) => ({ success: true, data: { ...next, token_type: 'Bearer' }, message: null, metadata: METADATA, pagination: null })

beforeEach(() => {
  sent = []
  answers = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    const next = answers.shift()
    if (!next) throw new TypeError('no network')
    return next()
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  endSession()
})

describe('ask', () => {
  it('answers with the data and its tag', async () => {
    answers = [json(HEALTH, 200, { ETag: 'W/"1"' })]

    const answer = await ask('getHealth', {})

    expect(answer.data.status).toBe('up')
    expect(answer.etag).toBe('W/"1"')
  })

  it('tells what the API refuses, field by field', async () => {
    answers = [json({ success: false, error: { code: 'INVALID_INPUT', message: 'per_page is 900', details: { fields: [{ path: 'per_page', code: 'RANGE', message: '1 to 200' }] }, request_id: 'request-0002' } }, 400)]

    const error = await ask('searchAssets', { per_page: 900 }).catch((thrown: unknown) => thrown as ApiError)

    expect(error).toMatchObject({ kind: 'refused', code: 'INVALID_INPUT', status: 400, requestId: 'request-0002' })
    expect((error as ApiError).fieldMessage('per_page')).toBe('1 to 200')
  })

  it("asks the server where the browser's own copy may be old", async () => {
    answers = [json(HEALTH), json(HEALTH), json(HEALTH), json(HEALTH)]

    await ask('getHealth', {})
    await ask('getHealth', {}, undefined, { fresh: true })
    noteNewest('100 assets')
    await ask('getHealth', {})
    noteNewest('101 assets')
    await ask('getHealth', {})

    expect(sent.map((one) => one.init.cache)).toEqual(['default', 'no-cache', 'default', 'no-cache'])
  })

  it('asks a reading once more when the API is away for a moment', async () => {
    answers = [json({}, 503, { 'Retry-After': '0' }), json(HEALTH)]

    await ask('getHealth', {})

    expect(sent).toHaveLength(2)
  })

  it('never repeats what changes something', async () => {
    await expect(ask('createKey', {}, { name: 'a', scopes: [] } as never)).rejects.toMatchObject({ kind: 'offline' })

    expect(sent).toHaveLength(1)
  })

  it('refuses an answer that is not what the document promises', async () => {
    answers = [json({ ...HEALTH, data: { status: 'sideways' } })]

    await expect(ask('getHealth', {})).rejects.toMatchObject({ kind: 'unexpected', message: expect.stringContaining('data.status is "sideways"') as string })
  })

  it('sends decimals digit by digit', async () => {
    await ask('createRecommendation', {}, { capital: decimal('10000.10') } as never).catch(() => undefined)

    expect(sent[0]?.init.body).toBe('{"capital":10000.10}')
  })
})

describe('the session', () => {
  it('renews an access token that is nearly over once for all who wait', async () => {
    startSession(tokens('old', new Date(Date.now() + 1_000).toISOString()))
    const renewed = { success: true, data: { ...tokens('new', '2099-01-01T00:00:00Z'), token_type: 'Bearer' }, message: null, metadata: METADATA }
    answers = [json(renewed), json(HEALTH), json(HEALTH)]

    await Promise.all([ask('getHealth', {}), ask('getHealth', {})])

    expect(sent.filter((one) => one.url.endsWith('/tokens/refresh'))).toHaveLength(1)
    expect(header(1, 'Authorization')).toBe('Bearer new')
    expect(header(2, 'Authorization')).toBe('Bearer new')
  })

  it('ends when its refresh token does not count any more', async () => {
    startSession(tokens('old', new Date().toISOString()))
    answers = [json({ success: false, error: { code: 'UNAUTHENTICATED', message: 'no' } }, 401), json(HEALTH)]

    await ask('getHealth', {})

    expect(session.value).toBeUndefined()
    expect(header(1, 'Authorization')).toBeUndefined()
  })
})

describe('urlOf', () => {
  it('escapes path and query and leaves out what was not asked', () => {
    expect(urlOf('getPrices', { id: 'BRK/B', start: '2014-01-01', end: undefined, shape: 'columns' })).toBe('/api/v1/assets/BRK%2FB/prices?start=2014-01-01&shape=columns')
  })
})

describe('a session', () => {
  const OVER = '2015-01-02T12:00:00Z'

  it('ends with its reason where the refresh token does not count', async () => {
    startSession(tokens('old', OVER))
    answers = [json({ error: { code: 'UNAUTHENTICATED', message: 'it does not count' } }, 401), json(HEALTH)]

    await ask('getHealth', {})

    expect(session.value).toBeUndefined()
    expect(sessionEnd.value).toBe('expired')
    expect(header(1, 'Authorization')).toBeUndefined()
  })

  it('goes on where the API is away', async () => {
    startSession(tokens('old', OVER))
    answers = [json({ error: { code: 'UNAVAILABLE', message: 'later' } }, 503, { 'Retry-After': '60' })]

    await ask('getHealth', {}).catch(() => undefined)

    expect(session.value?.refresh_token).toBe('refresh of old')
  })

  it('does not end because a password typed elsewhere is wrong', async () => {
    startSession(tokens('new', '2099-01-01T00:00:00Z'))
    answers = [json({ error: { code: 'UNAUTHENTICATED', message: 'address or password is wrong' } }, 401)]

    await ask('signIn', {}, { email: 'ada@example.org', password: 'wrong' }).catch(() => undefined)

    expect(session.value?.access_token).toBe('new')
  })

  it('begins by a link, and what is asked meanwhile waits for it', async () => {
    answers = [json(tokensAnswer(tokens('linked', '2015-01-02T12:15:00Z'))), json(HEALTH)]

    await Promise.all([signInByLink('refresh-token-of-a-link'), ask('getHealth', {})])

    expect(session.value?.access_token).toBe('linked')
    // The API's clock stands in 2015, and its token still counts for a quarter of an hour.
    expect(header(1, 'Authorization')).toBe('Bearer linked')
    expect(Date.parse(session.value?.access_expires_at ?? '') - Date.now()).toBeGreaterThan(14 * 60_000)
  })

  it('says so where a link counts no more', async () => {
    answers = [json({ error: { code: 'UNAUTHENTICATED', message: 'used' } }, 401)]

    await signInByLink('refresh-token-of-a-link')

    expect(sessionEnd.value).toBe('link')
  })
})
