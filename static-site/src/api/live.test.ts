import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { polling } from './live'

const EVERY_MS = 1_000

describe('polling', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it.each([401, 403])('asks once where the answer is %i, whatever time passes', async (status) => {
    const asked = answering(status)
    const failed = vi.fn()

    const stop = polling('listCollectors', {}, EVERY_MS).subscribe({ next: vi.fn(), failed })
    await vi.advanceTimersByTimeAsync(20 * EVERY_MS)
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(20 * EVERY_MS)
    stop()

    expect(asked).toHaveBeenCalledTimes(1)
    expect(failed).toHaveBeenCalledTimes(1)
  })

  it('asks again after a failure that may pass, less and less often', async () => {
    const asked = answering(404)

    const stop = polling('listCollectors', {}, EVERY_MS).subscribe({ next: vi.fn(), failed: vi.fn() })
    await vi.advanceTimersByTimeAsync(7 * EVERY_MS)
    stop()

    // At 0, then after 2 and after 4 more times the interval.
    expect(asked).toHaveBeenCalledTimes(3)
  })

  it('asks the server each time, and tells only what has changed', async () => {
    // Loaded at the first answer otherwise, which no fake time waits for.
    await import('./generated/schemas')
    const METADATA = { timestamp: '2015-01-02T12:00:00Z', request_id: 'request-0001', execution_time_ms: 3, api_version: 'v1', as_of: null, snapshot_id: null, warnings: [] }
    const tags = ['W/"1"', 'W/"1"', 'W/"2"']
    const asked = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(new Response(JSON.stringify({ success: true, data: { status: 'up' }, message: null, metadata: METADATA, pagination: null }), { headers: { ETag: tags.shift() ?? 'W/"2"' } })))
    vi.stubGlobal('fetch', asked)
    const next = vi.fn()

    const stop = polling('getHealth', {}, EVERY_MS).subscribe({ next, failed: vi.fn() })
    await vi.advanceTimersByTimeAsync(4 * EVERY_MS + 500)
    stop()

    expect(asked.mock.calls.map(([, init]) => init.cache)).toEqual(['default', 'no-cache', 'no-cache', 'no-cache', 'no-cache'])
    expect(next.mock.calls.map(([answer]) => (answer as { etag: string }).etag)).toEqual(['W/"1"', 'W/"2"'])
  })

  it('asks nothing while nobody looks, and at once when somebody does again', async () => {
    const asked = answering(404)

    const stop = polling('listCollectors', {}, EVERY_MS).subscribe({ next: vi.fn(), failed: vi.fn() })
    await vi.advanceTimersByTimeAsync(100)
    Object.assign(document, { hidden: true })
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(60 * EVERY_MS)
    expect(asked).toHaveBeenCalledTimes(1)
    Object.assign(document, { hidden: false })
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(100)
    stop()

    expect(asked).toHaveBeenCalledTimes(2)
  })
})

function answering(status: number) {
  const asked = vi.fn(() => Promise.resolve(new Response(JSON.stringify({ success: false, error: { code: 'NO', message: 'no' } }), { status })))
  vi.stubGlobal('fetch', asked)
  return asked
}
