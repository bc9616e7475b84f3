import type { Recommendation } from '~/api'
import { Bars, ChartFrame } from '~/charts'
import { DataTable, Empty, Loaded, Panel, SignedNumber, SkeletonBlock, type Column } from '~/components'
import { formatFixed, formatMoney, formatPercent, formatSignedPercent, sentenceCase, formatDate } from '~/format'
import { linkTo, setQuery } from '~/router'
import { useAsk } from '~/state/resource'
import { overlap, questionDifferences, weightPairs, type WeightPair } from './pairs'

/** As high as a screen: what stands below moves out of sight only. */
const ROOM = 1000

/** Two answers side by side: what was asked differently, what came of it. */
export function Compare({ ids }: { readonly ids: readonly [string, string] }) {
  const one = useAsk('getRecommendation', { id: ids[0] })
  const other = useAsk('getRecommendation', { id: ids[1] })
  return (
    <Panel
      title="Two beside each other"
      aside={
        <button type="button" class="button button-small" onClick={() => setQuery({ compare: undefined })}>
          Close
        </button>
      }
    >
      <Loaded of={one} what="The first could not be read" skeleton={<SkeletonBlock height={ROOM} />}>
        {(first) => (
          <Loaded of={other} what="The second could not be read" skeleton={<SkeletonBlock height={ROOM} />}>
            {(second) => <Both one={first.data} other={second.data} />}
          </Loaded>
        )}
      </Loaded>
    </Panel>
  )
}

type Pair = { readonly one: Recommendation; readonly other: Recommendation }

function Both({ one, other }: Pair) {
  const asked = questionDifferences(one, other)
  const isSame = one.result_hash === other.result_hash
  return (
    <>
      <p>
        {isSame ? 'Both are the same answer, digit by digit.' : asked.length === 0 ? 'The same question; the answers differ, since they were made from other rows or at another time.' : `${asked.map((row) => sentenceCase(row.name)).join(', ')} ${asked.length === 1 ? 'was' : 'were'} asked differently.`}
      </p>
      <DataTable caption="What was asked and what came of it" columns={FIGURE_COLUMNS(one, other)} rows={figureRows(one, other)} rowKey={(row) => row.name} />
      {one.outcome === 'recommended' && other.outcome === 'recommended' ? <Weights one={one} other={other} /> : <Empty title="One of them recommends nothing">There are no weights to compare.</Empty>}
    </>
  )
}

type Row = { readonly name: string; readonly one: string; readonly other: string }

const FIGURE_COLUMNS = (one: Recommendation, other: Recommendation): readonly Column<Row>[] => [
  { id: 'name', label: 'What', cell: (row) => row.name },
  { id: 'one', label: `A · ${titleOf(one)}`, isNumber: true, cell: (row) => row.one },
  { id: 'other', label: `B · ${titleOf(other)}`, isNumber: true, cell: (row) => row.other },
]

const titleOf = ({ request, basis }: Recommendation): string => `${formatMoney(request.capital, request.currency, 0)}, ${request.risk_tolerance}, ${formatDate(basis.session)}`

function figureRows(one: Recommendation, other: Recommendation): readonly Row[] {
  const row = (name: string, of: (recommendation: Recommendation) => string): Row => ({ name, one: of(one), other: of(other) })
  return [
    ...questionDifferences(one, other).map((asked) => ({ ...asked, name: sentenceCase(asked.name) })),
    row('Positions', (it) => String(it.positions.length)),
    row('Expected return, a year', (it) => formatPercent(it.summary?.expected_return, 1)),
    row('Swing (volatility), a year', (it) => formatPercent(it.summary?.portfolio_risk, 1)),
    row('Sharpe ratio, expected', (it) => formatFixed(it.summary?.sharpe_ratio, 2)),
    row('Deepest fall in the look-back', (it) => formatPercent(it.summary?.max_drawdown, 1)),
    row('Loss on one day of twenty', (it) => formatPercent(it.summary?.value_at_risk, 2)),
    row('Futures that end below today', (it) => formatPercent(it.projection?.loss_probability, 0)),
    row('In cash', (it) => formatPercent(it.summary?.cash.percentage, 1)),
  ]
}

const PAIR_COLUMNS: readonly Column<WeightPair>[] = [
  { id: 'symbol', label: 'Symbol', cell: (pair) => <a href={linkTo.asset(pair.symbol)}>{pair.symbol}</a> },
  { id: 'one', label: 'A', isNumber: true, cell: (pair) => formatPercent(pair.one, 1) },
  { id: 'other', label: 'B', isNumber: true, cell: (pair) => formatPercent(pair.other, 1) },
  { id: 'difference', label: 'B less A, points', isNumber: true, cell: (pair) => <SignedNumber value={pair.difference * 100} digits={1} /> },
]

const signed = (value: number): string => formatSignedPercent(value, 1)

function Weights({ one, other }: Pair) {
  const pairs = weightPairs(one, other)
  const different = pairs.filter((pair) => Math.abs(pair.difference) >= 0.0005)
  return (
    <ChartFrame title="Weights: B less A, in points of the capital" sentence={`${formatPercent(overlap(pairs), 0)} of the capital are in the same assets in both.`} table={{ columns: PAIR_COLUMNS, rows: pairs, rowKey: (pair) => pair.symbol }}>
      {different.length > 0 ? <Bars isSigned slices={different.map((pair) => ({ label: pair.symbol, value: pair.difference }))} label={`Bars of ${different.length} differences of weights`} formatValue={signed} /> : <p class="dim">The weights are the same.</p>}
    </ChartFrame>
  )
}
