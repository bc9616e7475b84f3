import { toNumber, type PortfolioSummary, type PortfolioSummaryStress, type Projection, type Recommendation } from '~/api'
import { Bars, ChartFrame, Fan } from '~/charts'
import { Change, DataTable, Figure, Figures, Hint, Panel, WhenSeen, type Column } from '~/components'
import { counted, formatCompactMoney, formatDate, formatFixed, formatInteger, formatMoney, formatPercent } from '~/format'
import { FRONTIER_HEIGHT, FrontierChart } from './FrontierChart'
import { fanOf, monthsName, riskSentences, riskShares, type RiskShare } from './risk'

type Props = { readonly recommendation: Recommendation }

/** What could go wrong, in words, in numbers, and how far the outcomes lie apart. */
export function RiskPanel({ recommendation }: Props) {
  const { summary, projection, request } = recommendation
  if (!summary) return null
  const capital = toNumber(request.capital)
  return (
    <Panel title="What could go wrong" id="risk">
      <ul class="sentences sentences-strong">
        {riskSentences(summary, capital, request.currency).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div class="grid">
        <div class="span-7">{projection && <ProjectionFan projection={projection} capital={capital} currency={request.currency} />}</div>
        <div class="span-5">
          <RiskShares recommendation={recommendation} />
        </div>
      </div>
      <WhenSeen height={FRONTIER_HEIGHT} what="what it was chosen from">
        {() => <FrontierChart recommendation={recommendation} />}
      </WhenSeen>
      <Stress summary={summary} />
      <RiskNumbers summary={summary} />
    </Panel>
  )
}

function ProjectionFan({ projection, capital, currency }: { readonly projection: Projection; readonly capital: number; readonly currency: string }) {
  const fan = fanOf(projection, capital)
  const end = projection.points.at(-1)
  if (!end) return null
  const money = (value: number): string => formatCompactMoney(value, currency)
  return (
    <ChartFrame
      title="What the capital could become"
      sentence={`In ${monthsName(end.months)} nine of ten drawn futures end between ${formatMoney(end.p5, currency, 0)} and ${formatMoney(end.p95, currency, 0)}, the middle one at ${formatMoney(end.p50, currency, 0)}; ${formatPercent(projection.loss_probability, 0)} end below today's capital. Not a forecast.`}
      table={{ columns: pointColumns(currency), rows: projection.points, rowKey: (point) => String(point.months) }}
    >
      <Fan {...fan} label={`Fan of the projection over ${monthsName(end.months)}`} formatValue={money} middleName="The middle one" level={{ value: capital, name: "Today's capital" }} />
      <Hint term="How it is drawn">
        {formatInteger(projection.paths)} futures made of stretches of about {projection.block_sessions} past days, shifted to the expected return. The past of these weights repeats in other orders; what never happened is not in it.
      </Hint>
    </ChartFrame>
  )
}

type Point = Projection['points'][number]

const pointColumns = (currency: string): readonly Column<Point>[] => [
  { id: 'months', label: 'After', cell: (point) => monthsName(point.months) },
  ...(['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((name): Column<Point> => ({ id: name, label: `${name.slice(1)} of 100 below`, isNumber: true, cell: (point) => formatMoney(point[name], currency, 0) })),
]

const percent = (value: number): string => formatPercent(value, 1)

function RiskShares({ recommendation }: Props) {
  const shares = riskShares(recommendation.positions)
  const first = shares[0]
  if (!first) return null
  return (
    <ChartFrame title="Where the risk comes from" sentence={`${first.symbol} brings ${percent(first.risk)} of the portfolio's swing with ${percent(first.weight)} of the capital.`} table={{ columns: SHARE_COLUMNS, rows: shares, rowKey: (row) => row.symbol }}>
      <Bars slices={shares.map((share) => ({ label: share.symbol, value: share.risk }))} label={`Bars of ${shares.length} shares of the risk`} formatValue={percent} />
    </ChartFrame>
  )
}

const SHARE_COLUMNS: readonly Column<RiskShare>[] = [
  { id: 'symbol', label: 'Asset', cell: (row) => row.symbol },
  { id: 'risk', label: 'Of the risk', isNumber: true, cell: (row) => percent(row.risk) },
  { id: 'weight', label: 'Of the capital', isNumber: true, cell: (row) => percent(row.weight) },
]

const STRESS_COLUMNS: readonly Column<PortfolioSummaryStress>[] = [
  { id: 'name', label: 'What happened', cell: (row) => row.name.charAt(0).toUpperCase() + row.name.slice(1) },
  { id: 'days', label: 'From, to', isMinor: true, cell: (row) => `${formatDate(row.from)} to ${formatDate(row.to)}` },
  { id: 'return', label: 'These weights', isNumber: true, cell: (row) => (row.covered ? <Change value={row.total_return} digits={1} /> : <span class="dim">no prices that far back</span>) },
  { id: 'fall', label: 'Deepest fall', isNumber: true, cell: (row) => (row.covered ? formatPercent(row.max_drawdown, 1) : '—') },
]

function Stress({ summary }: { readonly summary: PortfolioSummary }) {
  const covered = summary.stress.filter((one) => one.covered).length
  return (
    <div>
      <h3>Bad times of the past</h3>
      <p class="chart-sentence">
        {covered > 0 ? `${covered} of ${summary.stress.length} are within the prices looked at, which begin on ${formatDate(summary.common_from)}.` : `None of these is within the prices looked at, which begin on ${formatDate(summary.common_from)}: how it would have done then is not known.`}
      </p>
      <DataTable caption="These weights in bad times of the past" isCaptionHidden columns={STRESS_COLUMNS} rows={summary.stress} rowKey={(row) => row.name} />
    </div>
  )
}

function RiskNumbers({ summary }: { readonly summary: PortfolioSummary }) {
  return (
    <details class="more">
      <summary>All risk figures</summary>
      <Figures>
        <Figure label="Value at risk, 95 %" note="a day, historical">
          {formatPercent(summary.value_at_risk, 2)}
        </Figure>
        <Figure label="Mean of the worst 5 % (CVaR)" note="a day, historical">
          {formatPercent(summary.conditional_value_at_risk, 2)}
        </Figure>
        <Figure label="Beta" note={`against ${summary.benchmark}`}>
          {formatFixed(summary.beta, 2)}
        </Figure>
        <Figure label="Sharpe ratio" note={`expected; risk-free ${formatPercent(summary.risk_free, 2)} a year`}>
          {formatFixed(summary.sharpe_ratio, 2)}
        </Figure>
        <Figure label="Diversification" note={`ratio ${formatFixed(summary.diversification_ratio, 2)}`}>
          {formatFixed(summary.diversification_score, 2)}
        </Figure>
        <Figure label="Made of" note={`since ${formatDate(summary.common_from)}`}>
          {counted(summary.common_days, 'day')}
        </Figure>
      </Figures>
      <p>Limits that the portfolio presses against: {summary.binding.length === 0 ? 'none' : summary.binding.join('; ')}.</p>
    </details>
  )
}
