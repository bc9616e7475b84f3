import { beforeEach, describe, expect, it } from 'vitest'
import type { PortfolioSummary, Position, Recommendation } from '~/api'
import { decimal as of } from '~/api/decimal'
import { setLocale } from '~/format'
import { comparedIds, overlap, toggled, weightPairs } from './pairs'
import { allocationSlices, exactSum, positionsCsv } from './portfolio'
import { addUp, contributionSlices, readable, turnsOf } from './rationale'
import { fanOf, monthsName, riskSentences } from './risk'
import { factOf } from './facts'
import { shortAnswers } from './short'

beforeEach(() => setLocale('en-US'))

const contribution = (feature: string, weight: string, percentile: string, product: string) => ({ feature, part: 'technical', value: of('0.1'), percentile: of(percentile), weight: of(weight), contribution: of(product) })

const position = (symbol: string, weight: string): Position => ({
  asset_id: symbol,
  symbol,
  name: `${symbol}, "Inc."`,
  asset_type: 'stock',
  sector: 'Energy',
  allocation: { percentage: of(weight), target: of(weight), amount: of('100.10'), shares: 2, change: of('2'), price: of('50.05'), price_date: '2017-11-10' },
  expected_return: of('0.05'),
  // 0.5 × 0.8 + 0.3 × 0.5 + 0.05 = 0.6
  rationale: { overall: of('0.6'), confidence: of('0.4'), technical: of('0.55'), sentiment: null, fundamental: null, rank: 1, preference: of('0.05'), contributions: [contribution('trend_50', '0.3', '0.5', '0.15'), contribution('momentum_12_1', '0.5', '0.8', '0.4')], words: [] },
  evidence: { signal_row: `${symbol} 2017-11-10`, articles: [], facts: [] },
  risk: { beta: of('1.1'), volatility: of('0.2'), sharpe: of('0.9'), contribution_to_risk: of(weight) },
  what_would_change: [{ subject: 'expected_return', now: of('0.05'), threshold: of('0.04'), words: 'it would leave' }],
})

const recommendation = (positions: readonly Position[], cash: string) => ({ positions, request: { currency: 'USD' }, summary: { cash: { amount: of('1.23'), percentage: of(cash), reason: '' } } }) as unknown as Recommendation

describe('allocationSlices', () => {
  it('are the whole, with what stays in cash', () => expect(allocationSlices(recommendation([position('A', '0.6'), position('B', '0.35')], '0.05')).map((slice) => [slice.label, slice.value])).toEqual([['A', 0.6], ['B', 0.35], ['Cash', 0.05]]))
  it('fold what is smallest when there are more than eight', () => {
    const many = Array.from({ length: 10 }, (_, i) => position(`S${i}`, '0.1'))
    const slices = allocationSlices(recommendation(many, '0'))
    expect(slices).toHaveLength(8)
    expect(slices.at(-1)?.label).toBe('3 others')
    expect(slices.at(-1)?.value).toBeCloseTo(0.3)
  })
})

describe('exactSum', () => {
  it('adds decimals as they are written', () => expect(exactSum([of('0.1'), of('0.2'), of('-0.05'), of('1e-3')])).toBe('0.251'))
  it('is zero of nothing', () => expect(exactSum([])).toBe('0'))
  it('keeps a sign below one', () => expect(exactSum([of('-0.25'), of('0.1')])).toBe('-0.15'))
})

describe('the score', () => {
  it('is the sum of its parts and the preference', () => expect(addUp(position('A', '1'))).toMatchObject({ sum: '0.60', isEqual: true }))
  it('says when it is not', () => {
    const one = position('A', '1')
    expect(addUp({ ...one, rationale: { ...one.rationale, overall: of('0.7') } }).isEqual).toBe(false)
  })
  it('lists the largest part first and preferences last', () => expect(contributionSlices(position('A', '1')).map((slice) => slice.label)).toEqual(['Momentum, year', 'Against 50-day mean', 'Your preferences']))
  it('calls features as the bars do, where a number follows', () => expect(readable('for it: momentum 12 1 +31.3 %, volatility +10.6 %; below a volatility of 14 %')).toBe('for it: momentum, year +31.3 %, calm (volatility) +10.6 %; below a volatility of 14 %'))
  it('turns where a value is passed', () => expect(turnsOf([position('A', '1')])[0]?.expected?.threshold).toBe('0.04'))
})

describe('positionsCsv', () => {
  const lines = positionsCsv(recommendation([position('A', '0.99')], '0.01')).split('\r\n')
  it('quotes what needs it and keeps every digit', () => expect(lines[1]).toBe('A,"A, ""Inc.""",stock,Energy,2,50.05,2017-11-10,100.10,USD,0.99,0.6,0.4,0.05,0.2,0.99'))
  it('ends with the cash', () => expect(lines[2]).toBe('Cash,,cash,,,,,1.23,USD,0.01,,,,,'))
})

describe('risk', () => {
  const summary = { value_at_risk: of('0.013'), conditional_value_at_risk: of('0.021'), max_drawdown: of('-0.127'), common_from: '2014-11-13', benchmark: 'SPY', market_shock: { benchmark_return: of('-0.2'), portfolio_return: of('-0.21') } } as unknown as PortfolioSummary
  it('reads in money and in percent', () =>
    expect(riskSentences(summary, 10000, 'USD')).toEqual([
      'On one day of twenty it would have lost more than $130 (1.3%); on those days $210 (2.1%) on average.',
      'From its worst high since Nov 13, 2014 it would have fallen by $1,270 (12.7%).',
      'If SPY fell by 20% at once, it would lose about $2,100 (21.0%), by its beta.',
    ]))
  it('begins the fan with the capital of today', () => {
    const fan = fanOf({ paths: 1, block_sessions: 1, loss_probability: of('0'), points: [{ months: 18, p5: of('80'), p25: of('90'), p50: of('105'), p75: of('110'), p95: of('130') }] }, 100)
    expect([fan.points, fan.middle, fan.bands[0]?.low]).toEqual([['now', '18 months'], [100, 105], [100, 80]])
  })
  it('says years where they are whole', () => expect([monthsName(6), monthsName(12), monthsName(36)]).toEqual(['6 months', '1 year', '3 years']))
})

describe('two answers', () => {
  const pairs = weightPairs(recommendation([position('A', '0.6'), position('B', '0.4')], '0'), recommendation([position('A', '0.5'), position('C', '0.5')], '0'))
  it('differ by asset, the most first', () => expect(pairs.map((pair) => [pair.symbol, pair.difference])).toEqual([['C', 0.5], ['B', -0.4], ['A', -0.09999999999999998]]))
  it('share what both hold', () => expect(overlap(pairs)).toBe(0.5))
  it('are chosen by ticking; a third takes the place of the first', () => {
    expect(toggled(['a', 'b'], 'c')).toEqual(['b', 'c'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
    expect(comparedIds(new URLSearchParams('compare=a,b,c'))).toEqual(['a', 'b'])
  })
})

describe('factOf', () => {
  it('reads metric, period and report', () => expect(factOf('net_income 2016-12-31 2017-02-03')).toEqual({ metric: 'net_income', periodEnd: '2016-12-31', reportedAt: '2017-02-03' }))
})

describe('in short', () => {
  const asked = {
    ...recommendation([position('A', '1')], '0'),
    basis: { universe: { eligible: 105 } },
    request: { currency: 'USD', capital: of('10000'), benchmark: 'SPY' },
    summary: { value_at_risk: of('0.013') },
    projection: { loss_probability: of('0.2'), points: [{ months: 36 }] },
    grades: [{ sessions: 5, portfolio_return: of('0.012'), excess: of('-0.004') }],
  } as unknown as Recommendation
  it('answers the three questions with numbers', () =>
    expect(shortAnswers(asked).map((short) => short.answer)).toEqual([
      'The largest position, A, ranks 1 of 105.',
      'On one day of twenty it would have lost more than $130 (1.3%); in 20% of the drawn futures it is worth less than today after 3 years.',
      'After 5 sessions it had earned +1.2%, -0.4% against SPY.',
    ]))
  it('does not claim what is not graded', () => expect(shortAnswers({ ...asked, grades: [] })[2]?.answer).toContain('Not known yet'))
})
