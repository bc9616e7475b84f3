import { describe, expect, it } from 'vitest'
import { decimal, type Asset } from '~/api'
import { gainers, losers, marketOf } from './market'

const asset = (symbol: string, sector: string | null, change: string | null, date = '2017-11-10'): Asset => ({
  id: symbol, symbol, name: symbol, asset_type: 'stock', currency: 'USD', sector, status: 'active', description: '', attributes: {},
  latest_price: decimal('10'), latest_price_date: date, daily_change: change === null ? null : decimal(change),
})

describe('marketOf', () => {
  const market = marketOf([asset('A', 'Energy', '0.02'), asset('B', 'Energy', '-0.01'), asset('C', 'Health', '0.03'), asset('D', null, '0'), asset('OLD', 'Health', '0.5', '2017-11-09')])

  it('leaves out what did not trade in the newest session', () => expect(market.movers.map((mover) => mover.asset.symbol)).toEqual(['A', 'B', 'C', 'D']))
  it('counts what rose, fell and stayed', () => expect([market.rising, market.falling, market.unchanged]).toEqual([2, 1, 1]))
  it('averages a sector', () => expect(market.sectors.find((line) => line.sector === 'Energy')?.change).toBeCloseTo(0.005))
  it('ranks gains and losses', () => {
    expect(gainers(market, 1).map((mover) => mover.asset.symbol)).toEqual(['C'])
    expect(losers(market, 5).map((mover) => mover.asset.symbol)).toEqual(['B'])
  })
  it('knows no session without prices', () => expect(marketOf([]).session).toBeUndefined())
})
