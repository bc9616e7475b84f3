import { useEffect, useState } from 'preact/hooks'
import type { Backtest, BacktestReport, DayValue } from '~/api'
import { ChartFrame, LineChart } from '~/charts'
import { Change, DataTable, Empty, Loaded, SkeletonBlock, type Column } from '~/components'
import { counted, formatDate, formatFixed, formatMoney, formatMonth, formatPercent, formatSignedPercent } from '~/format'
import { useLive } from '~/state/resource'
import { announce } from '~/state/toasts'
import { drawdowns, growthOf, thinned, verdictOf } from './track'

type Props = { readonly id: string; readonly currency: string; readonly onAgain: () => void }

const EVERY_SECONDS = 3

/** A trial on its way, and what came of it. */
export function BacktestProgress({ id, currency, onAgain }: Props) {
  const [isOver, setOver] = useState(false)
  // What has ended changes no more and is not asked for again.
  const first = useLive('getBacktest', isOver ? undefined : { id }, EVERY_SECONDS)
  const status = first.data?.data.status
  useEffect(() => {
    setOver(status === 'succeeded' || status === 'failed')
    if (status === 'succeeded') announce('The trial on the past has ended')
    if (status === 'failed') announce('The trial on the past failed')
  }, [status])
  return (
    <Loaded of={first} what="The trial could not be read" skeleton={<SkeletonBlock height={320} />}>
      {({ data }) => (
        <>
          <State backtest={data} />
          {data.report && <Report report={data.report} currency={currency} />}
          {(data.status === 'succeeded' || data.status === 'failed') && (
            <p class="no-print">
              <button type="button" class="button button-small" onClick={onAgain}>
                Try another stretch of the past
              </button>
            </p>
          )}
        </>
      )}
    </Loaded>
  )
}

function State({ backtest }: { readonly backtest: Backtest }) {
  if (backtest.status === 'failed') return <Empty title="The trial failed">{backtest.failure ?? 'No reason was given.'}</Empty>
  if (backtest.status === 'succeeded') return null
  const share = Number(backtest.progress)
  return (
    <div class="progress" role="status">
      <p>{backtest.status === 'queued' ? 'Waiting for its turn…' : `${formatPercent(backtest.progress, 0)} of the decisions are made…`} You may leave; it goes on and is found here again.</p>
      <progress max={1} value={share} aria-label="Decisions made" />
    </div>
  )
}

const VERDICTS = {
  better: (benchmark: string): string => `Yes, in this stretch it earned more than ${benchmark}.`,
  worse: (benchmark: string): string => `No, it earned less than ${benchmark}.`,
  unclear: (benchmark: string): string => `Not shown: the difference to ${benchmark} could be chance.`,
} as const
const MOST_POINTS = 500

function Report({ report, currency }: ReportProps) {
  const own = report.portfolio
  const other = report.benchmark_figures
  const days = thinned(report.values, MOST_POINTS)
  const growth = growthOf(days)
  const excess = report.against_benchmark
  const points = growth.dates.map(formatMonth)
  return (
    <>
      <p class="verdict">
        <strong>{VERDICTS[verdictOf(report)](report.benchmark)}</strong> From {formatDate(report.from)} to {formatDate(report.to)} the advice earned {formatPercent(own.annual_return, 1)} a year after costs, {report.benchmark} {formatPercent(other.annual_return, 1)}. In 95 % of resampled histories the difference of {formatSignedPercent(excess.annual_excess, 1)} lies from {formatSignedPercent(excess.annual_excess_range.low, 1)} to {formatSignedPercent(excess.annual_excess_range.high, 1)}.
      </p>
      <ChartFrame title={`Advice against ${report.benchmark}`} sentence={`What 100 became, after costs: ${formatFixed(growth.portfolio.at(-1), 0)} with the advice, ${formatFixed(growth.benchmark.at(-1), 0)} with ${report.benchmark}, ${formatFixed(growth.equal.at(-1), 0)} with everything in equal amounts.`} table={valueTable(report)}>
        <LineChart points={points} label="Three lines: the advice, the benchmark, equal amounts" formatValue={(value) => formatFixed(value, 0)} series={[{ name: 'Advice', values: growth.portfolio }, { name: report.benchmark, values: growth.benchmark, isDashed: true }, { name: 'Equal amounts', values: growth.equal, colour: 'var(--series-7)', isDashed: true }]} />
      </ChartFrame>
      <ChartFrame title="How deep it fell" sentence={`Below its highest value so far it was by ${formatPercent(Math.abs(Number(own.max_drawdown)), 1)} at worst; ${report.benchmark} by ${formatPercent(Math.abs(Number(other.max_drawdown)), 1)}.`} table={{ columns: FALL_COLUMNS, rows: growth.dates.map((date, i) => ({ date, own: drawdowns(growth.portfolio)[i] ?? 0 })), rowKey: (row) => row.date }}>
        <LineChart points={points} height={140} isArea label="Falls below the highest value so far" formatValue={(value) => formatPercent(value, 0)} series={[{ name: 'Fall', values: drawdowns(growth.portfolio), colour: 'var(--down)' }]} />
      </ChartFrame>
      <Comparison report={report} currency={currency} />
      <details class="more">
        <summary>What the trial says, and how it traded</summary>
        <ul class="sentences">
          {report.words.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>
          {counted(report.trading.decisions, 'decision')}, {report.trading.withheld} of them withheld; a turnover of {formatPercent(report.trading.turnover_annual, 0)} a year; costs of {formatPercent(report.cost_rate, 2)} each way; {report.disclaimer}
        </p>
      </details>
    </>
  )
}

const FALL_COLUMNS: readonly Column<{ readonly date: string; readonly own: number }>[] = [
  { id: 'date', label: 'Session', cell: (row) => formatDate(row.date) },
  { id: 'own', label: 'Below its high', isNumber: true, cell: (row) => formatPercent(row.own, 1) },
]

const valueTable = (report: BacktestReport) => ({ columns: valueColumns(report.benchmark), rows: report.values, rowKey: (day: DayValue) => day.date })

const valueColumns = (benchmark: string): readonly Column<DayValue>[] => [
  { id: 'date', label: 'Session', cell: (day) => formatDate(day.date) },
  { id: 'own', label: 'Advice', isNumber: true, cell: (day) => formatFixed(day.portfolio, 2) },
  { id: 'benchmark', label: benchmark, isNumber: true, cell: (day) => formatFixed(day.benchmark, 2) },
  { id: 'equal', label: 'Equal amounts', isNumber: true, cell: (day) => formatFixed(day.equal_weight, 2) },
]

type ReportProps = { readonly report: BacktestReport; readonly currency: string }

type Line = { readonly name: string; readonly of: BacktestReport['portfolio'] }

const lineColumns = (currency: string): readonly Column<Line>[] => [
  { id: 'name', label: 'What', cell: (line) => line.name },
  { id: 'annual', label: 'A year', isNumber: true, cell: (line) => <Change value={line.of.annual_return} digits={1} /> },
  { id: 'swing', label: 'Swing', isNumber: true, cell: (line) => formatPercent(line.of.volatility, 1) },
  { id: 'sharpe', label: 'Sharpe', isNumber: true, cell: (line) => formatFixed(line.of.sharpe, 2) },
  { id: 'fall', label: 'Deepest fall', isNumber: true, cell: (line) => formatPercent(line.of.max_drawdown, 1) },
  { id: 'costs', label: 'Costs', isNumber: true, isMinor: true, cell: (line) => formatMoney(line.of.costs, currency) },
]

function Comparison({ report, currency }: ReportProps) {
  const lines: readonly Line[] = [
    { name: 'Advice', of: report.portfolio },
    { name: report.benchmark, of: report.benchmark_figures },
    { name: 'Equal amounts', of: report.equal_weight },
  ]
  return <DataTable caption="The three beside each other, after costs" columns={lineColumns(currency)} rows={lines} rowKey={(line) => line.name} />
}
