import { useMemo } from 'preact/hooks'
import { readSeries, toNumber, type Asset, type ReportedNumber } from '~/api'
import { Bars, ChartFrame } from '~/charts'
import { Change, Choice, DataTable, Empty, Hint, Loaded, Panel, SkeletonBlock, type Column } from '~/components'
import { formatCompactMoney, formatDate } from '~/format'
import { query, setQuery } from '~/router'
import { asOfOf } from '~/state/asOf'
import { useResource } from '~/state/resource'
import { amountText, METRIC_NAMES, reportsOf, statementOf, statementSentence, type Statement, type StatementLine } from './fundamentals'
import type { View } from './view'

const HEIGHT = 480
const LENGTHS = [
  { value: 'year', label: 'Years' },
  { value: 'quarter', label: 'Quarters' },
] as const

type Length = (typeof LENGTHS)[number]['value']

/** What the company reported, years or quarters side by side, with when each report became known. */
export function FundamentalsPanel({ asset, view }: { readonly asset: Asset; readonly view: View }) {
  const asked = { id: asset.symbol, metric: METRIC_NAMES, ...asOfOf(view) }
  const reported = useResource(JSON.stringify(asked), async (signal) => (await readSeries('getFundamentals', asked, signal)).flatMap((answer) => answer.data.numbers), !view.asOf)
  const length: Length = query.value.get('periods') === 'quarter' ? 'quarter' : 'year'
  return (
    <Panel title="Fundamentals" aside={<Choice label="Periods" value={length} options={LENGTHS} onValue={(periods) => setQuery({ periods: periods === 'year' ? undefined : periods })} />}>
      <Loaded of={reported} what="The fundamentals could not be read" skeleton={<SkeletonBlock height={HEIGHT} label="Loading the fundamentals" />}>
        {(numbers) => <Reported asset={asset} view={view} numbers={numbers} length={length} />}
      </Loaded>
    </Panel>
  )
}

function Reported({ asset, view, numbers, length }: { readonly asset: Asset; readonly view: View; readonly numbers: readonly ReportedNumber[]; readonly length: Length }) {
  const statement = useMemo(() => statementOf(numbers, length), [numbers, length])
  if (statement.periods.length === 0) return <Nothing asset={asset} view={view} length={length} hasOther={numbers.length > 0} />
  const isRestated = statement.lines.some((line) => line.numbers.some((number) => number?.restates))
  return (
    <>
      <Revenue statement={statement} length={length} currency={asset.currency} />
      <DataTable caption={`${length === 'year' ? 'Fiscal years' : 'Quarters'}, the newest first`} columns={columnsOf(statement, length)} rows={statement.lines} rowKey={(line) => line.metric} />
      <p class="dim">
        As reported: numbers of a share are not adjusted for splits.{isRestated ? ' * replaces a value that an earlier report told.' : ''} <a href="/numbers">About the numbers</a>
      </p>
      <Hint term="Where these numbers come from, and when they became known">
        <ul class="plain-list">
          {statement.periods.map((period, i) => (
            <li key={period}>
              <strong>{formatDate(period)}</strong>: {reportsOf(statement, i).join('; ')}
            </li>
          ))}
        </ul>
      </Hint>
    </>
  )
}

/** The line that one looks at first, oldest on top. */
function Revenue({ statement, length, currency }: { readonly statement: Statement; readonly length: Length; readonly currency: string }) {
  const line = statement.lines.find((one) => one.metric === 'revenue')
  const rows = (line?.numbers ?? []).flatMap((number, i) => (number ? [{ number, end: statement.periods[i] ?? '' }] : [])).reverse()
  if (!line || rows.length === 0) return <p>{statementSentence(statement, length)}</p>
  const slices = rows.map((row) => ({ label: formatDate(row.end), value: toNumber(row.number.value), colour: 'var(--series-1)' }))
  const table = {
    columns: [
      { id: 'end', label: `${length === 'year' ? 'Year' : 'Quarter'} to`, cell: (row: (typeof rows)[number]) => formatDate(row.end) },
      { id: 'value', label: 'Revenue', isNumber: true, cell: (row: (typeof rows)[number]) => amountText(row.number) },
    ],
    rows,
    rowKey: (row: (typeof rows)[number]) => row.end,
  }
  return (
    <ChartFrame title={`Revenue by ${length}`} sentence={statementSentence(statement, length)} table={table}>
      <Bars label={slices.map((slice) => `${slice.label} ${formatCompactMoney(slice.value, currency)}`).join(', ')} slices={slices} formatValue={(value) => formatCompactMoney(value, currency)} />
    </ChartFrame>
  )
}

function columnsOf(statement: Statement, length: Length): readonly Column<StatementLine>[] {
  return [
    { id: 'name', label: 'Reported', cell: (line) => line.name },
    ...statement.periods.map(
      (period, i): Column<StatementLine> => ({
        id: period,
        label: formatDate(period),
        isNumber: true,
        isMinor: i > 0,
        cell: (line) => {
          const number = line.numbers[i]
          return number ? `${amountText(number)}${number.restates ? ' *' : ''}` : <span class="dim">—</span>
        },
      }),
    ),
    { id: 'change', label: length === 'year' ? 'In a year' : 'In a quarter', isNumber: true, cell: (line) => <Change value={line.change} digits={1} /> },
  ]
}

function Nothing({ asset, view, length, hasOther }: { readonly asset: Asset; readonly view: View; readonly length: Length; readonly hasOther: boolean }) {
  if (hasOther && length === 'quarter')
    return (
      <Empty title="No quarters are in the books" action={<button type="button" class="button" onClick={() => setQuery({ periods: undefined })}>Show years</button>}>
        The sources gave years alone.
      </Empty>
    )
  return (
    <Empty title={`No reports of ${asset.symbol} are known${view.asOf ? ` by ${formatDate(view.asOf)}` : ''}`}>
      {asset.asset_type === 'stock' ? 'They come with a job that collects fundamentals or filings.' : 'Only companies report.'}
    </Empty>
  )
}
