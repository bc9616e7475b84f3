import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decimal, type AssetGlance, type MarketOverview, type MarketSector } from '~/api'
import { setLocale } from '~/format'
import { breadthParts, breadthSentence, dataState, largestByVolume, marketState, sectorName, sectorSentence, strengthOf, tileLabel, tilesOf } from './overview'

beforeEach(() => setLocale('en-US'))
afterEach(() => setLocale(undefined))

const asset = (symbol: string, change: string | null, volume: string | null, currency = 'USD'): AssetGlance => ({
  id: symbol, symbol, name: symbol, asset_type: 'stock', currency,
  return_1d: change === null ? null : decimal(change), average_dollar_volume_20d: volume === null ? null : decimal(volume),
})

const sector = (name: string | null, weighted: string | null, volume: string, largest: readonly AssetGlance[], assets = largest.length, stale = 0): MarketSector => ({
  sector: name, assets, stale, dollar_volume: decimal(volume), weighted_return_1d: weighted === null ? null : decimal(weighted), largest,
})

const market = (changes: Partial<MarketOverview> = {}): MarketOverview => ({
  session: '2017-11-10', expected_session: '2017-11-10', currency: 'USD',
  freshness: [{ calendar: 'united_states', session: '2017-11-10', expected_session: '2017-11-10', assets: 100, fresh: 100, behind: 0 }],
  breadth: { assets: 10, advancers: 5, decliners: 2, unchanged: 1, unknown: 1, stale: 1 },
  sectors: [
    sector('Energy', '-0.012', '500', [asset('XOM', '-0.01', '300'), asset('TOT', '0.01', '900', 'EUR')], 5, 1),
    sector('Technology', '0.004', '3000', [asset('AAPL', '0.02', '2000'), asset('NEW', null, '1000')]),
    sector('Utilities', null, '0', [asset('DUK', '0.001', null)]),
  ],
  movers: { least_dollar_volume: decimal('100000'), up: [], down: [] },
  ...changes,
})

describe('tilesOf', () => {
  const sectors = tilesOf(market())
  it('draws what has a return and a volume in the main currency', () => expect(sectors.map((one) => one.tiles.map((tile) => tile.symbol))).toEqual([['XOM'], ['AAPL']]))
  // 5 assets, 1 without the session, 2 of the others listed: 2 more trade 500 - 300.
  it('counts what is not listed', () => expect(sectors[0]?.others).toEqual({ count: 2, volume: 200 }))
  it('knows none where all are listed', () => expect(sectors[1]?.others).toBeUndefined())
})

describe('words', () => {
  it('say where funds are', () => {
    const fund = { ...asset('SPY', '0', '1'), asset_type: 'etf' }
    expect([sectorName(sector(null, null, '1', [fund])), sectorName(sector(null, null, '1', [asset('A', '0', '1')])), sectorName(sector('Energy', null, '1', []))]).toEqual(['No sector (funds)', 'No sector', 'Energy'])
  })
  it('name the best and the worst sector', () => expect(sectorSentence(market().sectors)).toBe('Technology did best with +0.40%, Energy worst with -1.20%.'))
  it('say that no sector has a return', () => expect(sectorSentence([])).toContain('No sector'))
  it('count what can be compared', () => expect(breadthSentence(market().breadth)).toBe('More rose than fell: of 8 assets with a return 5 rose and 2 fell.'))
  it('name a draw', () => expect(breadthSentence({ assets: 2, advancers: 1, decliners: 1, unchanged: 0, unknown: 0, stale: 0 })).toContain('As many rose as fell'))
})

describe('numbers', () => {
  it('add up to all assets', () => expect(breadthParts(market().breadth).reduce((sum, part) => sum + part.count, 0)).toBe(10))
  it('have the full colour from 3 % on', () => expect([strengthOf(0), strengthOf(-0.015), strengthOf(0.2)]).toEqual([0, 0.5, 1]))
  it('leave a small tile without a text', () => expect([7000, 3000, 100].map((pixels) => tileLabel('A', '+1%', pixels))).toEqual(['A\n+1%', 'A', '']))
  it('rank the main currency by dollar volume', () => expect(largestByVolume(market(), 2).map((one) => one.symbol)).toEqual(['AAPL', 'NEW']))
})

describe('the state of the data', () => {
  const line = { calendar: 'daily', session: '2017-11-10', expected_session: '2017-11-10', assets: 100, fresh: 95, behind: 5 }
  it('bears a few that are behind', () => expect(dataState(line)).toEqual({ isGood: true, text: '5 assets behind' }))
  it('warns of many', () => expect(dataState({ ...line, behind: 10 }).isGood).toBe(false))
  it('warns of a session that is missing', () => expect(dataState({ ...line, expected_session: '2017-11-11' })).toEqual({ isGood: false, text: 'late, Nov 11, 2017 is missing' }))
  it('names the session that is expected', () => expect(marketState(market({ expected_session: '2017-11-13' }))).toEqual({ isGood: false, text: 'Late: Nov 13, 2017 is missing' }))
  it('says that it is whole', () => expect(marketState(market())).toEqual({ isGood: true, text: 'Newest session, complete' }))
})
