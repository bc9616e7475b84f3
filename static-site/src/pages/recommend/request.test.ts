import { describe, expect, it } from 'vitest'
import type { RequestDocument } from '~/api'
import { decimal } from '~/api/decimal'
import { askAgain, check, DEFAULTS, orderOf, plainAmount, queryOf, valuesOf, withProfile, type Values } from './request'

const BOOKS = { symbols: new Set(['AAPL', 'SPY', 'XOM']), sectors: ['Energy'], currencies: ['USD'] }
const TODAY = '2017-11-10'
const faults = (changes: Partial<Values>) => check({ ...DEFAULTS, ...changes }, BOOKS, TODAY)

describe('check', () => {
  it('finds nothing in the defaults', () => expect(Object.values(faults({})).filter(Boolean)).toEqual([]))
  it('names field, value and what is allowed', () => {
    expect(faults({ capital: '-5' }).capital).toMatch(/^Capital is “-5”; allowed: 1 to 1,000,000,000,000/)
    expect(faults({ capital: 'much' }).capital).toContain('“much”')
    expect(faults({ capital: '' }).capital).toContain('empty')
    expect(faults({ as_of: '2017-11-11' }).as_of).toContain('a day up to today, 2017-11-10')
    expect(faults({ benchmark: 'NOPE' }).benchmark).toContain('“NOPE”')
    expect(faults({ asset_types: [] }).asset_types).toContain('at least one')
  })
  it('knows the ends of a capital', () => {
    expect(faults({ capital: '1' }).capital).toBeUndefined()
    expect(faults({ capital: '0.99' }).capital).toBeDefined()
    expect(faults({ capital: '1000000000000' }).capital).toBeUndefined()
    expect(faults({ capital: '1000000000000.5' }).capital).toBeDefined()
    expect(faults({ capital: '1.123456789' }).capital).toContain('at most 8')
  })
  it('refuses a sector that is wanted and not wanted', () => expect(faults({ preferred_sectors: ['Energy'], excluded_sectors: ['Energy'] }).excluded_sectors).toContain('“Energy”'))
  it('names the first asset that the books do not hold', () => expect(faults({ excluded_assets: 'xom, ZZZ' }).excluded_assets).toContain('“ZZZ”'))
  it('says nothing of symbols before the books are read', () => expect(check({ ...DEFAULTS, excluded_assets: 'ZZZ' }, undefined, TODAY).excluded_assets).toBeUndefined())
  it('reads what is owned line by line', () => {
    expect(faults({ current_holdings: 'AAPL 10\nXOM 2.5' }).current_holdings).toBeUndefined()
    expect(faults({ current_holdings: 'AAPL ten' }).current_holdings).toBe('Shares of AAPL is “ten”; allowed: a number above 0, such as AAPL 10')
    expect(faults({ current_holdings: 'AAPL 1\naapl 2' }).current_holdings).toContain('each asset once')
    expect(faults({ current_holdings: 'AAPL 0' }).current_holdings).toContain('“0”')
  })
})

describe('plainAmount', () => {
  it('takes groups of three away and leaves a decimal comma to be refused', () => expect(['10,000', '1 000 000.50', '10,5', '1,00,000'].map(plainAmount)).toEqual(['10000', '1000000.50', '10,5', '1,00,000']))
})

describe('orderOf', () => {
  it('keeps every digit and says empty lists, so that no profile fills them in', () => {
    const order = orderOf({ ...DEFAULTS, capital: '12,345.10', excluded_assets: 'xom; mo', current_holdings: 'aapl 10.50' })
    expect(order.capital).toBe('12345.10')
    expect(order.excluded_assets).toEqual(['XOM', 'MO'])
    expect(order.current_holdings).toEqual([{ asset: 'AAPL', shares: '10.50' }])
    expect(order.preferred_sectors).toEqual([])
    expect(order.as_of).toBeUndefined()
  })
})

describe('the address', () => {
  it('holds what differs from the defaults and gives it back', () => {
    const values: Values = { ...DEFAULTS, capital: '500', risk_tolerance: 'aggressive', excluded_sectors: ['Energy', 'Real Estate'], current_holdings: 'AAPL 1\nSPY 2' }
    const query = Object.fromEntries(Object.entries(queryOf(values)).filter(([, value]) => value !== undefined)) as Record<string, string>
    expect(Object.keys(query).sort()).toEqual(['capital', 'current_holdings', 'excluded_sectors', 'risk_tolerance'])
    expect(valuesOf(new URLSearchParams(query))).toEqual(values)
  })
  it('leaves out what cannot be', () => expect(valuesOf(new URLSearchParams('risk_tolerance=mad&asset_types=stock,tulip'))).toEqual({ ...DEFAULTS, asset_types: ['stock'] }))
  it('asks for the day that ended at the instant asked for', () => {
    const request: RequestDocument = { capital: decimal('100'), risk_tolerance: 'moderate', investment_horizon: 'medium', preferred_sectors: [], excluded_assets: [], excluded_sectors: [], asset_types: ['stock', 'etf'], diversification_preference: 'medium', esg_preference: 'none', current_holdings: [], currency: 'USD', benchmark: 'SPY', as_of: '2014-12-31T05:00:00Z' }
    expect(askAgain(request)).toBe('/recommend?capital=100&as_of=2014-12-30')
  })
})

describe('withProfile', () => {
  it('fills in what the profile says and names it', () => {
    const { values, filled } = withProfile(DEFAULTS, { risk_tolerance: 'conservative', investment_horizon: null, preferred_sectors: [], excluded_assets: ['XOM', 'MO'] })
    expect([values.risk_tolerance, values.investment_horizon, values.excluded_assets]).toEqual(['conservative', 'medium', 'XOM, MO'])
    expect(filled).toEqual(['risk', 'assets to leave out'])
  })
})
