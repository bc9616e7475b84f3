import { useCallback } from 'preact/hooks'
import { numberOf, toNumber, type MarketOverview, type MarketSector } from '~/api'
import { ChartFrame, EChart, mix } from '~/charts'
import { Change, DataTable, type Column } from '~/components'
import { counted, formatCompactMoney, formatInteger, formatSignedPercent } from '~/format'
import { linkTo, navigate } from '~/router'
import { token } from '~/state/theme'
import { FULL_COLOUR, panelPixels, sectorName, sectorSentence, strengthOf, STRONGEST, tileLabel, tilesOf, type SectorTiles, type Tile } from './overview'

const HEIGHT = 500
/** Of the colour of up or down in a tile, at least. */
const PALEST = 0.06

/** Each asset a tile in its sector, as large as what it trades, coloured by its return of the session. */
export function SectorMap({ market }: { readonly market: MarketOverview }) {
  const option = useCallback(() => optionOf(market), [market])
  const open = useCallback((name: string) => tilesOf(market).some((sector) => sector.tiles.some((tile) => tile.symbol === name)) && navigate(linkTo.asset(name)), [market])
  const sentence = `${sectorSentence(market.sectors)} Areas are the average dollar volume of 20 sessions, by which a sector's return is weighted too.`
  return (
    <ChartFrame title="Return by sector" sentence={sentence} table={{ columns: columnsOf(market.currency ?? ''), rows: market.sectors, rowKey: (line) => sectorName(line) }} moreTable={<Tiles market={market} />}>
      <EChart label={`Treemap of sectors. ${sentence}`} option={option} height={HEIGHT} onSelect={open} />
      <ColourKey />
    </ChartFrame>
  )
}

type TileRow = Tile & { readonly sector: string }

/** The tiles, each with the link that a click on it follows. */
function Tiles({ market }: { readonly market: MarketOverview }) {
  const rows = tilesOf(market).flatMap(({ sector, tiles }) => tiles.map((tile): TileRow => ({ ...tile, sector })))
  return <DataTable caption="The largest assets of each sector" columns={tileColumns(market.currency ?? '')} rows={rows} rowKey={(row) => row.symbol} maxHeight="24rem" />
}

const tileColumns = (currency: string): readonly Column<TileRow>[] => [
  { id: 'symbol', label: 'Asset', sortBy: (row) => row.symbol, cell: (row) => <><a href={linkTo.asset(row.symbol)}>{row.symbol}</a> <span class="dim">{row.name}</span></> },
  { id: 'sector', label: 'Sector', isMinor: true, sortBy: (row) => row.sector, cell: (row) => row.sector },
  { id: 'change', label: 'Return', isNumber: true, sortBy: (row) => row.change, cell: (row) => <Change value={row.change} /> },
  { id: 'volume', label: 'Dollar volume a day', isNumber: true, sortBy: (row) => row.volume, cell: (row) => formatCompactMoney(row.volume, currency) },
]

const columnsOf = (currency: string): readonly Column<MarketSector>[] => [
  { id: 'sector', label: 'Sector', sortBy: (line) => sectorName(line), cell: (line) => (line.sector ? <a href={linkTo.assets({ sector: line.sector })}>{line.sector}</a> : <span class="dim">{sectorName(line)}</span>) },
  { id: 'count', label: 'Assets', isNumber: true, sortBy: (line) => line.assets, cell: (line) => formatInteger(line.assets) },
  { id: 'weighted', label: 'Weighted return', isNumber: true, sortBy: (line) => numberOf(line.weighted_return_1d), cell: (line) => <Change value={line.weighted_return_1d} /> },
  { id: 'median', label: 'Median return', isNumber: true, isMinor: true, sortBy: (line) => numberOf(line.median_return_1d), cell: (line) => <Change value={line.median_return_1d} /> },
  { id: 'volume', label: 'Dollar volume a day', isNumber: true, sortBy: (line) => toNumber(line.dollar_volume), cell: (line) => formatCompactMoney(line.dollar_volume, currency) },
  { id: 'stale', label: 'Without this session', isNumber: true, isMinor: true, sortBy: (line) => line.stale, cell: (line) => formatInteger(line.stale) },
]

const STEPS = [-1, -0.66, -0.33, 0, 0.33, 0.66, 1]

/** What the colours mean. */
const ColourKey = () => (
  <p class="colour-key">
    <span>{formatSignedPercent(-FULL_COLOUR, 0)} or less</span>
    {STEPS.map((step) => (
      <span key={step} class="colour-step" aria-hidden="true" style={{ background: `color-mix(in srgb, var(${hueOf(step)}) ${Math.round(shareOf(Math.abs(step)) * 100)}%, var(--surface-hover))` }} />
    ))}
    <span>{formatSignedPercent(FULL_COLOUR, 0)} or more</span>
  </p>
)

const hueOf = (change: number): '--up' | '--down' | '--flat' => (change > 0 ? '--up' : change < 0 ? '--down' : '--flat')

const shareOf = (strength: number): number => (strength === 0 ? 0 : PALEST + (STRONGEST - PALEST) * strength)

/** The share of the map that its heads leave to the tiles. */
const FOR_TILES = 0.85

/** About as many pixels as the map has, since what fits on a tile is decided before it is drawn. */
const mapPixels = (): number => FOR_TILES * HEIGHT * panelPixels(2 / 3)

function optionOf(market: MarketOverview) {
  const sectors = tilesOf(market)
  const drawn = sectors.reduce((sum, sector) => sum + sector.tiles.reduce((all, tile) => all + tile.volume, sector.others?.volume ?? 0), 0)
  const scale: MapScale = { currency: market.currency ?? '', pixelsPerVolume: mapPixels() / (drawn || 1) }
  return {
    series: [
      {
        type: 'treemap',
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        width: '100%',
        height: '100%',
        label: { fontFamily: token('--font'), fontSize: 11, color: token('--text'), lineHeight: 14, overflow: 'truncate', padding: 2 },
        upperLabel: { show: true, height: 20, color: token('--text-dim'), fontSize: 11, fontFamily: token('--font') },
        itemStyle: { borderColor: token('--surface'), borderWidth: 0, gapWidth: 2 },
        // The root has no name, so it needs no room for one.
        levels: [{ upperLabel: { show: false } }],
        data: sectors.map((sector) => ({
          name: sector.sector,
          itemStyle: { color: token('--surface'), borderColor: token('--surface'), borderWidth: 1, gapWidth: 1 },
          children: [...sector.tiles.map((tile) => drawnTile(tile, scale)), ...drawnOthers(sector, scale)],
        })),
      },
    ],
    tooltip: { formatter: (item: { name: string; data?: { said?: string } }) => item.data?.said ?? item.name },
  }
}

type MapScale = { readonly currency: string; readonly pixelsPerVolume: number }

function drawnTile(tile: Tile, { currency, pixelsPerVolume }: MapScale) {
  const text = formatSignedPercent(tile.change)
  return {
    name: tile.symbol,
    value: tile.volume,
    said: `${tile.symbol} ${text}\n${tile.name}\n${formatCompactMoney(tile.volume, currency)} a day`,
    label: { formatter: tileLabel(tile.symbol, text, tile.volume * pixelsPerVolume) },
    itemStyle: { color: mix(token(hueOf(tile.change)), token('--surface-hover'), shareOf(strengthOf(tile.change))) },
  }
}

function drawnOthers({ others }: SectorTiles, { currency, pixelsPerVolume }: MapScale) {
  if (!others) return []
  const name = counted(others.count, 'other')
  return [{ name, value: others.volume, said: `${name}\n${formatCompactMoney(others.volume, currency)} a day`, label: { formatter: tileLabel(name, '', others.volume * pixelsPerVolume), color: token('--text-dim') }, itemStyle: { color: token('--surface-hover') } }]
}
