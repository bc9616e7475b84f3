import { describe, expect, it } from 'vitest'
import { checkJob, documentOf, EMPTY_JOB, placed, valuesOf, wordsIn } from './jobForm'

const GOOD = { ...EMPTY_JOB, name: 'evening-prices', 'collector.provider': 'yahoo' } as const

describe('the form of a job', () => {
  it('sends only what belongs to the kind of its schedule', () => {
    const typed = { ...GOOD, 'schedule.cron': 'cron(0 18 ? * MON-FRI *)', 'schedule.every': 'PT5M', 'schedule.kind': 'interval', 'schedule.during': 'market_hours' } as const
    expect(documentOf(typed).schedule).toEqual({ kind: 'interval', cron: null, zone: null, every: 'PT5M', calendar: null, during: null })
  })

  it('keeps a range for a batch only', () => {
    const typed = { ...GOOD, 'mode.from': '2014-01-01', 'mode.to': '2014-06-30' } as const
    expect(documentOf(typed).mode).toEqual({ kind: 'incremental', from: null, to: null })
    expect(documentOf({ ...typed, 'mode.kind': 'batch' }).mode).toEqual({ kind: 'batch', from: '2014-01-01', to: '2014-06-30' })
  })

  it('comes back from a document as it was', () => {
    const typed = { ...GOOD, 'assets.symbols': 'SPY, BRK.B', after: 'coins', 'limits.max_hours': '1.5' } as const
    expect(valuesOf(documentOf(typed))).toEqual(typed)
  })

  it('takes words between commas, spaces and lines', () => {
    expect(wordsIn(' SPY, QQQ\nBRK.B;KO ')).toEqual(['SPY', 'QQQ', 'BRK.B', 'KO'])
  })

  it('says what is allowed', () => {
    const faults = checkJob({ ...GOOD, name: 'Evening prices', 'schedule.kind': 'cron', 'limits.max_items': '100001', 'limits.max_hours': '0' })
    expect(Object.entries(faults).filter(([, fault]) => fault).map(([name]) => name)).toEqual(['name', 'schedule.cron', 'limits.max_items', 'limits.max_hours'])
    expect(Object.values(checkJob(GOOD)).filter(Boolean)).toEqual([])
  })

  it('puts the faults of the API at their fields', () => {
    const { at, others } = placed([
      { path: 'schedule.cron', message: 'hour 25' },
      { path: 'collector.fallbacks[1]', message: 'unknown' },
      { path: 'schedule', message: 'missing' },
      { path: 'body', message: 'no JSON' },
    ])
    expect(at).toEqual({ 'schedule.cron': 'hour 25', 'collector.fallbacks': 'unknown', 'schedule.kind': 'missing' })
    expect(others).toEqual(['body: no JSON'])
  })
})
