import { describe, expect, it } from 'vitest'
import type { AssetGaps } from '~/api'
import { cellOf, lastDay, monthsOf, monthsToAsk } from './months'

const gaps = (intervals: AssetGaps['missing_intervals'], start = '2016-03-10', end = '2016-12-30'): AssetGaps => ({
  asset: { id: '1', symbol: 'KO', name: 'Coca-Cola', asset_type: 'stock', currency: 'USD' },
  start,
  end,
  expected: 205,
  present: 200,
  missing: intervals.reduce((sum, one) => sum + one.sessions, 0),
  missing_intervals: intervals,
  unexpected: 0,
  unexpected_dates: [],
  stale_sessions: 0,
})

describe('months of the heat map', () => {
  it('are twelve, and end where the month ends', () => {
    expect(monthsOf(2016)).toHaveLength(12)
    expect(monthsOf(2016)[1]).toBe('2016-02')
    expect(lastDay('2016-02')).toBe('2016-02-29')
    expect(lastDay('2017-12')).toBe('2017-12-31')
  })

  it('count the intervals that lie within', () => {
    const year = gaps([
      { first: '2016-05-03', last: '2016-05-04', sessions: 2 },
      { first: '2016-05-27', last: '2016-05-27', sessions: 1 },
    ])
    expect(cellOf(year, '2016-05', undefined)).toEqual({ missing: 3 })
    expect(cellOf(year, '2016-06', undefined)).toEqual({ missing: 0 })
    expect(monthsToAsk([year])).toEqual([])
  })

  it('say nothing outside the life of an asset', () => {
    expect(cellOf(gaps([]), '2016-02', undefined)).toEqual({ missing: null })
    expect(cellOf(gaps([]), '2016-03', undefined)).toEqual({ missing: 0 })
  })

  it('ask where an interval crosses months, instead of guessing', () => {
    const year = gaps([{ first: '2016-11-28', last: '2016-12-02', sessions: 5 }])
    expect(monthsToAsk([year, gaps([{ first: '2016-04-29', last: '2016-05-02', sessions: 2 }])])).toEqual(['2016-04', '2016-05', '2016-11', '2016-12'])
    // 28 to 30 November are three sessions, 1 and 2 December are two.
    expect(cellOf(year, '2016-11', gaps([{ first: '2016-11-28', last: '2016-11-30', sessions: 3 }]))).toEqual({ missing: 3 })
  })
})
