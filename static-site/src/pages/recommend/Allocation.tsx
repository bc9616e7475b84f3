import { toNumber, type Position, type Recommendation } from '~/api'
import { Bars, ChartFrame, Donut } from '~/charts'
import { DataTable, Panel, type Column } from '~/components'
import { assetTypeName, formatDate, formatFixed, formatInteger, formatMoney, formatPercent, formatPrice } from '~/format'
import { linkTo } from '~/router'
import { allocationSlices, sectorSlices, weightOf } from './portfolio'

const percent = (value: number): string => formatPercent(value, 1)

/** What to hold: shares of the whole, by asset and by sector, and what to buy. */
export function Allocation({ recommendation }: { readonly recommendation: Recommendation }) {
  const { positions, request, summary } = recommendation
  const slices = allocationSlices(recommendation)
  const sectors = sectorSlices(positions, assetTypeName)
  const largest = positions[0]
  const firstSector = sectors[0]
  return (
    <Panel title="What to hold" id="hold">
      <div class="grid">
        <div class="span-5">
          <ChartFrame title="Shares of the capital" sentence={largest ? `The largest position is ${largest.symbol} with ${percent(weightOf(largest))}; ${formatPercent(summary?.cash.percentage, 1)} stay in cash.` : ''} table={sliceTable(slices, 'Asset')}>
            <Donut slices={slices} label={`Donut of ${slices.length} parts of the capital`} formatValue={percent} centre={`${positions.length}`} centreNote="assets" />
          </ChartFrame>
        </div>
        <div class="span-7">
          <ChartFrame title="By sector" sentence={firstSector ? `${firstSector.label} has the most, ${percent(firstSector.value)} of the capital.` : ''} table={sliceTable(sectors, 'Sector')}>
            <Bars slices={sectors} label={`Bars of ${sectors.length} sectors`} formatValue={percent} />
          </ChartFrame>
        </div>
      </div>
      <DataTable caption={`What to hold, at closes of ${formatDate(recommendation.basis.session)}, in ${request.currency}`} columns={columnsOf(request.currency)} rows={positions} rowKey={(one) => one.asset_id} />
      {summary && (
        <p class="dim">
          {formatMoney(summary.cash.amount, request.currency)} ({formatPercent(summary.cash.percentage, 1)}) stay in cash{summary.cash.reason ? `: ${summary.cash.reason}` : ''}.
        </p>
      )}
    </Panel>
  )
}

const sliceTable = (slices: readonly { readonly label: string; readonly value: number }[], name: string) => ({
  columns: [
    { id: 'label', label: name, cell: (slice: { readonly label: string; readonly value: number }) => slice.label },
    { id: 'value', label: 'Share of the capital', isNumber: true, cell: (slice: { readonly label: string; readonly value: number }) => percent(slice.value) },
  ],
  rows: slices,
  rowKey: (slice: { readonly label: string }) => slice.label,
})

const columnsOf = (currency: string): readonly Column<Position>[] => [
  { id: 'symbol', label: 'Symbol', sortBy: (one) => one.symbol, cell: (one) => <a href={linkTo.asset(one.symbol)}>{one.symbol}</a> },
  { id: 'name', label: 'Name', isMinor: true, sortBy: (one) => one.name, cell: (one) => one.name },
  { id: 'shares', label: 'Shares', isNumber: true, sortBy: (one) => one.allocation.shares, cell: (one) => formatInteger(one.allocation.shares) },
  { id: 'change', label: 'To buy or sell', isNumber: true, isMinor: true, sortBy: (one) => toNumber(one.allocation.change), cell: (one) => tradeOf(one) },
  { id: 'price', label: 'Close', isNumber: true, isMinor: true, sortBy: (one) => toNumber(one.allocation.price), cell: (one) => <span title={`Close of ${formatDate(one.allocation.price_date)}`}>{formatPrice(one.allocation.price)}</span> },
  { id: 'amount', label: 'Amount', isNumber: true, sortBy: (one) => toNumber(one.allocation.amount), cell: (one) => formatMoney(one.allocation.amount, currency) },
  { id: 'weight', label: 'Share', isNumber: true, sortBy: weightOf, cell: (one) => percent(weightOf(one)) },
  { id: 'risk', label: 'Of the risk', isNumber: true, isMinor: true, sortBy: (one) => toNumber(one.risk.contribution_to_risk), cell: (one) => formatPercent(one.risk.contribution_to_risk, 1) },
  { id: 'score', label: 'Score', isNumber: true, isMinor: true, sortBy: (one) => toNumber(one.rationale.overall), cell: (one) => formatFixed(one.rationale.overall, 2) },
  { id: 'why', label: 'Why', headHidden: true, cell: (one) => <a href={`?position=${encodeURIComponent(one.symbol)}#why`}>Why{<span class="visually-hidden"> {one.symbol}</span>}?</a> },
]

function tradeOf(position: Position): string {
  const change = toNumber(position.allocation.change)
  if (change === 0) return 'keep'
  return `${change > 0 ? 'buy' : 'sell'} ${formatFixed(Math.abs(change), Number.isInteger(change) ? 0 : 2)}`
}
