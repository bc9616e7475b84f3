import { readSeries, toNumber, type Asset, type Observation } from '~/api'
import { ChartFrame, LineChart } from '~/charts'
import { Choice, Empty, Loaded, Panel, SkeletonBlock, type Column } from '~/components'
import { formatDate, formatMonth, formatNumber } from '~/format'
import { setQuery } from '~/router'
import { asOfOf } from '~/state/asOf'
import { useResource } from '~/state/resource'
import { RANGES, startOf, type View } from './view'

const HEIGHT = 300
const DIGITS = 4

const COLUMNS: readonly Column<Observation>[] = [
  { id: 'date', label: 'Date', cell: (one) => formatDate(one.date) },
  { id: 'value', label: 'Value', isNumber: true, cell: (one) => formatNumber(one.value, DIGITS) },
]

/** A rate, yield or economic series: one value for each period instead of bars. */
export function SeriesPanel({ asset, view }: { readonly asset: Asset; readonly view: View }) {
  const asked = { series: asset.symbol, ...asOfOf(view) }
  const series = useResource(JSON.stringify(asked), (signal) => readSeries('getObservations', asked, signal), !view.asOf)
  return (
    <Panel title="Values" aside={<Choice label="Range" value={view.range} options={RANGES.map((value) => ({ value, label: value.toUpperCase() }))} onValue={(range) => setQuery({ range })} />}>
      <Loaded of={series} what="The values could not be read" skeleton={<SkeletonBlock height={HEIGHT + 60} label="Loading the values" />}>
        {(answers) => <Values asset={asset} view={view} all={answers.flatMap((answer) => answer.data.observations)} />}
      </Loaded>
    </Panel>
  )
}

function Values({ asset, view, all }: { readonly asset: Asset; readonly view: View; readonly all: readonly Observation[] }) {
  const newest = all.at(-1)
  if (!newest) return <Empty title="No value is known">{view.asOf ? `None was published by ${formatDate(view.asOf)}.` : 'Values come with the next collection run.'}</Empty>
  const start = startOf(view.range, newest.date)
  const shown = start === undefined ? all : all.filter((one) => one.date >= start)
  const first = shown[0] ?? newest
  const unit = asset.attributes['unit'] ?? ''
  const value = (one: Observation): string => `${formatNumber(one.value, DIGITS)} ${unit}`.trim()
  return (
    <ChartFrame title={unit ? `${asset.name}, ${unit}` : asset.name} sentence={`${value(newest)} for ${formatDate(newest.date)}; it was ${value(first)} for ${formatDate(first.date)}.`} table={{ columns: COLUMNS, rows: [...shown].reverse(), rowKey: (one) => one.date }}>
      <LineChart label={`${asset.name} over time`} points={shown.map((one) => formatMonth(one.date))} series={[{ name: asset.symbol, values: shown.map((one) => toNumber(one.value)) }]} formatValue={(amount) => formatNumber(amount, 2)} height={HEIGHT} />
    </ChartFrame>
  )
}
