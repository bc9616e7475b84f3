import { describe, expect, it } from 'vitest'
import type { BacktestReport, RequestDocument } from '~/api'
import { decimal as of } from '~/api/decimal'
import { backtestRequest, checkRange, defaultRange, drawdowns, growthOf, thinned, verdictOf } from './track'

const day = (date: string, portfolio: string, benchmark: string) => ({ date, portfolio: of(portfolio), benchmark: of(benchmark), equal_weight: of(portfolio) })

describe('growthOf', () => {
  const growth = growthOf([day('2015-01-02', '10000', '200'), day('2015-01-05', '9000', '210')])
  it('begins each line at 100', () => expect([growth.portfolio, growth.benchmark]).toEqual([[100, 90], [100, 105]]))
  it('is empty of nothing', () => expect(growthOf([]).portfolio).toEqual([]))
})

describe('drawdowns', () => {
  it('are measured from the highest value so far', () => expect(drawdowns([100, 120, 90, 130])).toEqual([0, 0, -0.25, 0]))
})

describe('thinned', () => {
  it('keeps the first and the last', () => expect(thinned([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4, 5]))
  it('leaves few alone', () => expect(thinned([1, 2], 3)).toEqual([1, 2]))
})

describe('the range', () => {
  it('is three years before the session', () => expect(defaultRange('2017-11-10')).toEqual({ from: '2014-11-10', to: '2017-11-10' }))
  it('names what is wrong with it', () => {
    expect(checkRange({ from: '2017-01-01', to: '2016-01-01', rebalancing: 'monthly_last' }, '2017-11-10').from).toContain('a day before 2016-01-01')
    expect(checkRange({ from: '2015-01-01', to: '2018-01-01', rebalancing: 'monthly_last' }, '2017-11-10').to).toContain('up to 2017-11-10')
    expect(checkRange({ from: '', to: '2016-01-01', rebalancing: 'monthly_last' }, '2017-11-10').from).toContain('a day such as')
  })
})

describe('backtestRequest', () => {
  it('leaves out the day and what is owned', () => {
    const request = { capital: of('100'), risk_tolerance: 'moderate', investment_horizon: 'long', current_holdings: [{ asset: 'A', shares: of('1') }], as_of: '2017-01-01T00:00:00Z', currency: 'USD' } as unknown as RequestDocument
    expect(Object.keys(backtestRequest(request))).not.toEqual(expect.arrayContaining(['as_of']))
    expect(backtestRequest(request)).not.toHaveProperty('current_holdings')
  })
})

describe('verdictOf', () => {
  const report = (excess: string, chance: boolean) => ({ against_benchmark: { annual_excess: of(excess), could_be_chance: chance } }) as unknown as BacktestReport
  it('does not call luck a skill', () => expect(verdictOf(report('0.05', true))).toBe('unclear'))
  it('says worse where it was worse', () => expect([verdictOf(report('-0.01', false)), verdictOf(report('0.01', false))]).toEqual(['worse', 'better']))
})
