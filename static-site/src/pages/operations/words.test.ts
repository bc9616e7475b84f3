import { describe, expect, it } from 'vitest'
import { countsInWords, quotaInWords, subjectOf, toneOf } from './words'

describe('words of operations', () => {
  it('say quotas', () => {
    expect(quotaInWords({ calls: 25, seconds: 86400 })).toBe('25 calls a day')
    expect(quotaInWords({ calls: 1, seconds: 2 })).toBe('1 call in 2 seconds')
    expect(quotaInWords({ calls: 300, seconds: 300 })).toBe('300 calls in 5 minutes')
  })

  it('count, the largest first and without what is 0', () => {
    expect(countsInWords({ failed: 1, loaded: 12, not_found: 3, empty: 0 })).toBe('12 loaded, 3 not found, 1 failed')
  })

  it('take subjects apart', () => {
    expect(subjectOf('job:daily-prices')).toEqual({ kind: 'job', name: 'daily-prices' })
    expect(subjectOf('data')).toEqual({ kind: '', name: 'data' })
  })

  it('colour by state', () => {
    expect([toneOf('succeeded'), toneOf('partial'), toneOf('failed'), toneOf('no such state')]).toEqual(['good', 'warn', 'bad', 'quiet'])
  })
})
