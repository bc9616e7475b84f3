import { useCallback } from 'preact/hooks'
import { toNumber, type Correlations } from '~/api'
import { EChart, mix } from '~/charts'
import { counted, formatFixed } from '~/format'
import { token } from '~/state/theme'

/** In pixels: a line of the map, its heads, what a head leaves free, and how wide a cell must be to hold its number. */
const [LINE, HEAD, GAP, NUMBER] = [28, 64, 12, 34]
/** Of the colour of up or down at a correlation of 1 or −1: text on it has a contrast of 4.5 : 1 in both themes. */
const STRONGEST = 0.46
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
        data: cellsOf(data),
        itemStyle: { borderColor: token('--surface'), borderWidth: 1 },
        label: { ...text, show: cellPixels(names.length) >= NUMBER, color: token('--text'), formatter: ({ value }: Cell) => formatFixed(value[2], 2) },
        emphasis: { itemStyle: { borderColor: token('--text') } },
      },
    ],
    tooltip: { formatter: ({ value }: Cell) => said(data, value) },
  }
}

type Cell = { readonly value: readonly [column: number, row: number, correlation: number] }

const cellsOf = (data: Correlations) =>
  data.assets.flatMap((_, row) =>
    data.assets.map((_, column) => {
      const value = row === column ? null : data.correlations[row]?.[column]
      return [column, row, value == null ? EMPTY : toNumber(value)]
    }),
  )

function said(data: Correlations, [column, row, value]: Cell['value']): string {
  const [one, other] = [data.assets[row]?.symbol ?? '', data.assets[column]?.symbol ?? '']
  return `${one} and ${other} ${formatFixed(value, 2)}\n${counted(data.pairs[row]?.[column] ?? 0, 'day')} in common`
}

/** From this width of the window on the map is one of two columns, of twelve parts each; the frame takes the rest. */
const TWO_COLUMNS = 1024
const FRAME = 48

/** About as wide as a cell is, since whether a number fits is decided before it is drawn. */
const cellPixels = (assets: number): number => ((innerWidth >= TWO_COLUMNS ? Math.min(innerWidth, 1472) / 2 : innerWidth) - FRAME - HEAD) / Math.max(assets, 1)
