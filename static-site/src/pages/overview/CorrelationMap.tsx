import { useCallback } from 'preact/hooks'
import type { Correlations } from '~/api'
import { EChart, mix } from '~/charts'
import { counted } from '~/format'
import { token } from '~/state/theme'
import { cellsOf } from './correlation'
import { panelPixels, STRONGEST } from './overview'

/** In pixels: a line of the map, its heads, what a head leaves free, and how wide a cell must be to hold its number. */
const [LINE, HEAD, GAP, NUMBER] = [28, 64, 12, 34]
/** Nothing is compared with itself; ECharts leaves such a cell out. */
const EMPTY = '-'

/** Each pair of assets twice, as in a matrix, coloured by how they move together. */
export function CorrelationMap({ data, sentence }: { readonly data: Correlations; readonly sentence: string }) {
  const option = useCallback(() => optionOf(data), [data])
  return <EChart label={`Heat map of correlations. ${sentence}`} option={option} height={HEAD + LINE * data.assets.length} />
}

function optionOf(data: Correlations) {
  const names = data.assets.map((asset) => asset.symbol)
  const text = { fontFamily: token('--font'), fontSize: 11, color: token('--text-dim') }
  const label = { ...text, interval: 0, width: HEAD - GAP, overflow: 'truncate' }
  const axis = { type: 'category', data: names, axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false } }
  const hue = (name: '--up' | '--down'): string => mix(token(name), token('--surface-hover'), STRONGEST)
  return {
    grid: { left: HEAD, right: 0, top: HEAD, bottom: 0 },
    xAxis: { ...axis, position: 'top', axisLabel: { ...label, rotate: 90 } },
    yAxis: { ...axis, inverse: true, axisLabel: label },
    visualMap: { type: 'continuous', show: false, min: -1, max: 1, inRange: { color: [hue('--down'), token('--surface-hover'), hue('--up')] } },
    series: [
      {
        type: 'heatmap',
        data: drawnCells(data),
        itemStyle: { borderColor: token('--surface'), borderWidth: 1 },
        label: { ...text, show: cellPixels(names.length) >= NUMBER, color: token('--text'), formatter: (item: Drawn) => item.data.text },
        emphasis: { itemStyle: { borderColor: token('--text') } },
      },
    ],
    tooltip: { formatter: (item: Drawn) => item.data.said },
  }
}

type Drawn = { readonly data: { readonly text: string; readonly said: string } }

/** Line by line, as the counts of days in common stand. */
function drawnCells(data: Correlations) {
  const days = data.pairs.flat()
  return cellsOf(data).map(({ row, column, value, text }, i) => ({
    value: [column, row, value ?? EMPTY],
    text,
    said: `${row} and ${column} ${text}\n${counted(days[i] ?? 0, 'day')} in common`,
  }))
}

/** The frame takes the rest. */
const FRAME = 48

/** About as wide as a cell is, since whether a number fits is decided before it is drawn. */
const cellPixels = (assets: number): number => (panelPixels(1 / 2) - FRAME - HEAD) / Math.max(assets, 1)
