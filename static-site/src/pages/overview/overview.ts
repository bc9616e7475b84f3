import { numberOf, toNumber, type AssetGlance, type MarketBreadth, type MarketFreshness, type MarketOverview, type MarketSector } from '~/api'
import { counted, formatDate, formatSignedPercent } from '~/format'

const FUNDS: readonly string[] = ['etf', 'mutual_fund']

/** What a sector is called; assets without one are mostly funds, and then it says so. */
export function sectorName({ sector, largest }: MarketSector): string {
  if (sector != null) return sector
  return largest.length > 0 && largest.every((asset) => FUNDS.includes(asset.asset_type)) ? 'No sector (funds)' : 'No sector'
}

/** A tile of the map. */
export type Tile = { readonly symbol: string; readonly name: string; readonly change: number; readonly volume: number }

/** A sector of the map: its largest assets, and what the others trade together. */
export type SectorTiles = { readonly sector: string; readonly tiles: readonly Tile[]; readonly others: { readonly count: number; readonly volume: number } | undefined }

/** Sectors with what can be drawn: assets in the main currency whose return and dollar volume are known. */
export function tilesOf(market: MarketOverview): readonly SectorTiles[] {
  return market.sectors
    .map((sector) => sectorTiles(sector, market.currency))
    .filter((sector) => sector.tiles.length > 0)
}

function sectorTiles(sector: MarketSector, currency: string | null | undefined): SectorTiles {
  const tiles = sector.largest.filter((asset) => asset.currency === currency).flatMap(tileOf)
  const shown = tiles.reduce((sum, tile) => sum + tile.volume, 0)
  const count = sector.assets - sector.stale - sector.largest.length
  const volume = toNumber(sector.dollar_volume) - shown
  return { sector: sectorName(sector), tiles, others: count > 0 && volume > 0 ? { count, volume } : undefined }
}

function tileOf(asset: AssetGlance): readonly Tile[] {
  const [change, volume] = [numberOf(asset.return_1d), numberOf(asset.average_dollar_volume_20d)]
  return change === undefined || volume === undefined || volume <= 0 ? [] : [{ symbol: asset.symbol, name: asset.name, change, volume }]
}

/** A change of this size, up or down, has the full colour. */
export const FULL_COLOUR = 0.03

/** How strongly a change is coloured, from 0 to 1. */
export const strengthOf = (change: number): number => Math.min(Math.abs(change) / FULL_COLOUR, 1)

/** Pixels that a symbol with its change, and a symbol alone, need to be read. */
const [ROOM_FOR_BOTH, ROOM_FOR_SYMBOL] = [6000, 2400]

/** What can be written on a tile. @param pixels  its area */
export function tileLabel(symbol: string, change: string, pixels: number): string {
  if (pixels >= ROOM_FOR_BOTH) return `${symbol}\n${change}`
  return pixels >= ROOM_FOR_SYMBOL ? symbol : ''
}

/** The best and the worst sector in a sentence. */
export function sectorSentence(sectors: readonly MarketSector[]): string {
  const known = sectors.flatMap((sector) => (sector.sector == null || sector.weighted_return_1d == null ? [] : [{ name: sector.sector, change: toNumber(sector.weighted_return_1d) }]))
  const ranked = known.sort((one, other) => other.change - one.change)
  const [best, worst] = [ranked[0], ranked.at(-1)]
  if (!best || !worst) return 'No sector has both a return and a dollar volume in this session.'
  if (best === worst) return `${best.name}: ${formatSignedPercent(best.change)}.`
  return `${best.name} did best with ${formatSignedPercent(best.change)}, ${worst.name} worst with ${formatSignedPercent(worst.change)}.`
}

export type BreadthPart = { readonly label: string; readonly count: number; readonly colour: string; readonly note: string; /** Shown even where it is 0. */ readonly isMain: boolean }

/** The parts of the assets, in the order of the bar; they add up to all of them. */
export function breadthParts(breadth: MarketBreadth): readonly BreadthPart[] {
  return [
    { label: 'Rose', count: breadth.advancers, colour: 'var(--up)', note: 'return above 0', isMain: true },
    { label: 'Unchanged', count: breadth.unchanged, colour: 'var(--flat)', note: 'return of exactly 0', isMain: false },
    { label: 'Fell', count: breadth.decliners, colour: 'var(--down)', note: 'return below 0', isMain: true },
    { label: 'First price', count: breadth.unknown, colour: 'var(--line-strong)', note: 'no price before it to compare with', isMain: false },
    { label: 'No price', count: breadth.stale, colour: 'var(--line)', note: 'nothing of this session', isMain: false },
  ]
}

export function breadthSentence(breadth: MarketBreadth): string {
  const compared = breadth.advancers + breadth.decliners + breadth.unchanged
  if (compared === 0) return 'No asset has a return in this session.'
  const leads = breadth.advancers === breadth.decliners ? 'As many rose as fell' : breadth.advancers > breadth.decliners ? 'More rose than fell' : 'More fell than rose'
  return `${leads}: of ${counted(compared, 'asset')} with a return ${breadth.advancers} rose and ${breadth.decliners} fell.`
}

/** The largest assets by dollar volume in the main currency, the largest first. */
export function largestByVolume(market: MarketOverview, count: number): readonly AssetGlance[] {
  return market.sectors
    .flatMap((sector) => sector.largest)
    .filter((asset) => asset.currency === market.currency && asset.average_dollar_volume_20d != null)
    .sort((one, other) => (numberOf(other.average_dollar_volume_20d) ?? 0) - (numberOf(one.average_dollar_volume_20d) ?? 0))
    .slice(0, count)
}

export type DataState = { readonly isGood: boolean; readonly text: string }

/** Of each calendar: whether the session described is the one that must be there, and who has it. */
export function dataState(line: MarketFreshness): DataState {
  if (line.session == null) return { isGood: false, text: 'no prices yet' }
  if (line.session < line.expected_session) return { isGood: false, text: `late, ${formatDate(line.expected_session)} is missing` }
  return line.behind === 0 ? { isGood: true, text: 'complete' } : { isGood: line.behind * MOST_BEHIND < line.assets, text: `${counted(line.behind, 'asset')} behind` }
}

/** One in so many may be behind before that is worth a warning. */
const MOST_BEHIND = 10

/** The state of the market that most assets trade by, in the words of the chip above the page. */
export function marketState(market: MarketOverview): DataState {
  if (market.session == null) return { isGood: false, text: 'No prices yet' }
  if (market.expected_session != null && market.session < market.expected_session) return { isGood: false, text: `Late: ${formatDate(market.expected_session)} is missing` }
  const line = [...market.freshness].sort((one, other) => other.assets - one.assets)[0]
  const state = line ? dataState(line) : { isGood: true, text: 'complete' }
  return { isGood: state.isGood, text: `Newest session, ${state.text}` }
}

/** Of the colour of up or down in a cell of a map, at most: text on it has a contrast of 4.5 : 1 in both themes. */
export const STRONGEST = 0.46

/** From this width of the window on a panel has a share of the page, which grows to so much. */
const [TWO_COLUMNS, WIDEST] = [1024, 1472]

/** About as wide as a panel with this share of the page is, for what is decided before it is drawn. */
export const panelPixels = (share: number): number => (innerWidth >= TWO_COLUMNS ? Math.min(innerWidth, WIDEST) * share : innerWidth)
