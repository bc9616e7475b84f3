import { useCallback } from 'preact/hooks'
import { ChartFrame, EChart, mix } from '~/charts'
import { Change, type Column } from '~/components'
import { formatInteger, formatSignedPercent } from '~/format'
import { linkTo, navigate } from '~/router'
import { token } from '~/state/theme'
import type { Market, Mover, SectorLine } from './market'

const HEIGHT = 430
/** A change of this size, up or down, has the full colour. */
const FULL_COLOUR = 0.03

const COLUMNS: readonly Column<SectorLine>[] = [
  { id: 'sector', label: 'Sector', sortBy: (line) => line.sector, cell: (line) => <a href={linkTo.assets({ sector: line.sector })}>{line.sector}</a> },
  { id: 'count', label: 'Assets', isNumber: true, sortBy: (line) => line.movers.length, cell: (line) => formatInteger(line.movers.length) },
  { id: 'change', label: 'Change', isNumber: true, sortBy: (line) => line.change, cell: (line) => <Change value={line.change} /> },
]

/** Each asset a tile in its sector, coloured by the change of the session. */
export function SectorMap({ market }: { readonly market: Market }) {
  const option = useCallback(() => optionOf(market), [market])
  const open = useCallback((name: string) => market.movers.some((mover) => mover.asset.symbol === name) && navigate(linkTo.asset(name)), [market])
  const sentence = sentenceOf(market)
  return (
    <ChartFrame title="Change by sector" sentence={sentence} table={{ columns: COLUMNS, rows: market.sectors, rowKey: (line) => line.sector }}>
      <EChart label={`Treemap of sectors. ${sentence}`} option={option} height={HEIGHT} onSelect={open} />
    </ChartFrame>
  )
}

function sentenceOf(market: Market): string {
  const ranked = [...market.sectors].sort((one, other) => other.change - one.change)
  const [best, worst] = [ranked[0], ranked.at(-1)]
  if (!best || !worst) return 'No asset of the newest session has a sector.'
  const area = market.isWeighted ? 'Areas follow market capitalisation.' : 'All assets have the same area: market capitalisations are not known for all of them.'
  return `${best.sector} did best with ${formatSignedPercent(best.change)}, ${worst.sector} worst with ${formatSignedPercent(worst.change)}. ${area}`
}

function optionOf(market: Market) {
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
        label: { fontFamily: token('--font'), fontSize: 11, color: token('--text'), lineHeight: 14 },
        upperLabel: { show: true, height: 20, color: token('--text-dim'), fontSize: 11, fontFamily: token('--font') },
        itemStyle: { borderColor: token('--surface'), borderWidth: 0, gapWidth: 2 },
        data: market.sectors.map((line) => ({
          name: line.sector,
          value: line.weight,
          itemStyle: { color: token('--surface-raised'), borderColor: token('--surface-raised'), borderWidth: 1 },
          children: line.movers.map(tileOf),
        })),
      },
    ],
    tooltip: { renderMode: 'richText', formatter: (item: { name: string; data?: { said?: string } }) => item.data?.said ?? item.name },
  }
}

function tileOf(mover: Mover) {
  const text = formatSignedPercent(mover.change)
  return {
    name: mover.asset.symbol,
    value: mover.weight,
    said: `${mover.asset.symbol} ${text}\n${mover.asset.name}`,
    label: { formatter: `${mover.asset.symbol}\n${text}` },
    itemStyle: { color: mix(token(mover.change >= 0 ? '--up' : '--down'), token('--surface-raised'), 0.1 + 0.45 * Math.min(Math.abs(mover.change) / FULL_COLOUR, 1)) },
  }
}
