import { toNumber, type Asset } from '~/api'

/** An asset with a price of the newest session and its change. */
export type Mover = { readonly asset: Asset; readonly change: number; readonly weight: number }

export type SectorLine = { readonly sector: string; readonly movers: readonly Mover[]; readonly change: number; readonly weight: number }

export type Market = {
  /** The newest day of which prices are known. */
  readonly session: string | undefined
  readonly movers: readonly Mover[]
  readonly sectors: readonly SectorLine[]
  readonly rising: number
  readonly falling: number
  readonly unchanged: number
  /** Whether areas follow market capitalisation; without it all assets count alike. */
  readonly isWeighted: boolean
}

/** What the newest session did to the assets that traded in it; the others are left out, not carried forward. */
export function marketOf(assets: readonly Asset[]): Market {
  const session = assets.map((asset) => asset.latest_price_date ?? '').sort().at(-1) || undefined
  const traded = assets.filter((asset) => asset.latest_price_date === session && asset.daily_change != null && asset.asset_type !== 'economic_indicator')
  const stocks = traded.filter((asset) => asset.sector)
  const isWeighted = stocks.length > 0 && stocks.every((asset) => asset.market_cap != null)
  const movers = traded.map((asset) => ({ asset, change: asset.daily_change == null ? 0 : toNumber(asset.daily_change), weight: isWeighted && asset.market_cap != null ? toNumber(asset.market_cap) : 1 }))
  return {
    session,
    movers,
    sectors: sectorsOf(movers.filter((mover) => mover.asset.sector)),
    rising: movers.filter((mover) => mover.change > 0).length,
    falling: movers.filter((mover) => mover.change < 0).length,
    unchanged: movers.filter((mover) => mover.change === 0).length,
    isWeighted,
  }
}

function sectorsOf(movers: readonly Mover[]): readonly SectorLine[] {
  const bySector = new Map<string, Mover[]>()
  for (const mover of movers) {
    const name = mover.asset.sector ?? ''
    bySector.set(name, [...(bySector.get(name) ?? []), mover])
  }
  return [...bySector].map(([sector, members]) => lineOf(sector, members)).sort((one, other) => other.weight - one.weight)
}

function lineOf(sector: string, movers: readonly Mover[]): SectorLine {
  const weight = movers.reduce((sum, mover) => sum + mover.weight, 0)
  const change = movers.reduce((sum, mover) => sum + mover.change * mover.weight, 0) / weight
  return { sector, movers, change, weight }
}

export const gainers = (market: Market, count: number): readonly Mover[] =>
  market.movers.filter((mover) => mover.change > 0).sort((one, other) => other.change - one.change).slice(0, count)

export const losers = (market: Market, count: number): readonly Mover[] =>
  market.movers.filter((mover) => mover.change < 0).sort((one, other) => one.change - other.change).slice(0, count)
