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
})

function answering(status: number) {
  const asked = vi.fn(() => Promise.resolve(new Response(JSON.stringify({ success: false, error: { code: 'NO', message: 'no' } }), { status })))
  vi.stubGlobal('fetch', asked)
  return asked
}
