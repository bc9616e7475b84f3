import { beforeAll, describe, expect, it } from 'vitest'
import { decimal, type AssetGaps, type SignalFields } from '~/api'
import { setLocale } from '~/format'
import { figuresOf, missingOf } from './figures'
import { completenessSentence, freshnessOf, readable } from './health'

beforeAll(() => setLocale('en-US'))

const gaps = (changes: Partial<AssetGaps>): AssetGaps => ({
  asset: { id: '1', symbol: 'AAPL', name: 'Apple', asset_type: 'stock', currency: 'USD' },
  start: '2012-11-12',
  end: '2017-11-10',
  expected: 1260,
  present: 1260,
  missing: 0,
  missing_intervals: [],
  unexpected: 0,
  unexpected_dates: [],
  last: '2017-11-10',
  stale_sessions: 0,
  ...changes,
})

describe('data health', () => {
  it('is fresh with the last session', () => expect(freshnessOf(gaps({}))).toEqual({ tone: 'good', text: 'Up to date: Nov 10, 2017' }))
  it('counts sessions, not days', () => expect(freshnessOf(gaps({ last: '2017-11-08', stale_sessions: 2 }))).toEqual({ tone: 'warn', text: '2 sessions late: newest price of Nov 8, 2017' }))
  it('says that there is none', () => expect(freshnessOf(gaps({ last: null })).text).toBe('No price yet'))
  it('tells what is missing', () => expect(completenessSentence(gaps({ present: 1259, missing: 1 }))).toBe('1 of 1,260 sessions from Nov 12, 2012 to Nov 10, 2017 has no price.'))
  it('speaks of periods where there are no sessions', () => expect(completenessSentence(gaps({ expected: 70, present: 70 }), true)).toBe('Every one of 70 periods from Nov 12, 2012 to Nov 10, 2017 has a value.'))
  it('writes instants for a reader', () => expect(readable('4 bars were learned after 2016-06-30T23:59:59.999999999Z: shown')).toBe('4 bars were learned after 2016-06-30 23:59 UTC: shown'))
})

describe('key figures', () => {
  const signals: SignalFields = { date: '2017-11-10', return_365d: decimal('0.6204657'), beta_1y: null, average_dollar_volume_20d: decimal('4632906658.231') }
  it('are written in their units', () => expect(figuresOf(signals, 'USD').map((figure) => [figure.id, figure.value])).toEqual([['return_365d', '+62.0%'], ['average_dollar_volume_20d', '$4.6B']]))
  it('name what the history is too short for', () => expect(missingOf(signals)).toContain('Beta, 1 year'))
})
