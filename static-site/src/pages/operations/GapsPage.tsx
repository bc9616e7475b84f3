import { useMemo } from 'preact/hooks'
import { ask, readAll, toNumber, type AssetGaps, serverToday } from '~/api'
import { ChartFrame, HeatGrid, type HeatCell } from '~/charts'
import { DataTable, Empty, Figure, Figures, Panel, SelectField, SkeletonBlock, TextField, type Column } from '~/components'
import { counted, formatDate, formatInteger, formatMonth, formatPercent } from '~/format'
import { linkTo, query, setQuery } from '~/router'
import { useResource } from '~/state/resource'
import { cellOf, firstDay, lastDay, monthsOf, monthsToAsk, type Month } from './months'
import { Frame, Guarded } from './parts'

/** Rows of the heat map at most; the table below has all. */
const SHOWN_ASSETS = 40

type YearOfGaps = { readonly whole: readonly AssetGaps[]; readonly byMonth: ReadonlyMap<Month, ReadonlyMap<string, AssetGaps>>; readonly isWhole: boolean; readonly total: number }

/** The year's gaps, and those months' that the year's answer does not tell apart. */
async function readYear(year: number, symbol: string | undefined, signal: AbortSignal): Promise<YearOfGaps> {
  const list = await readAll('findGaps', { symbol, start: `${year}-01-01`, end: `${year}-12-31` }, signal)
  const byMonth = new Map<Month, ReadonlyMap<string, AssetGaps>>()
  for (const month of monthsToAsk(list.items)) {
    const answer = await readAll('findGaps', { symbol, start: firstDay(month), end: lastDay(month) }, signal)
    byMonth.set(month, new Map(answer.items.map((one) => [one.asset.id, one])))
  }
  return { whole: list.items, byMonth, isWhole: list.isWhole, total: list.total }
}

/** Sessions that should have a price and have none, per asset and month. */
export default function GapsPage() {
  const symbol = query.value.get('symbol') ?? ''
  const asked = query.value.get('year')
  const newest = useResource(asked === null ? 'newest year' : undefined, newestYear)
  const year = asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : newest.data
  const gaps = useResource(year === undefined ? undefined : `gaps ${year} ${symbol}`, (signal) => readYear(year ?? 0, symbol || undefined, signal))
  const shown = newest.error ? { ...newest, data: undefined } : gaps
  return (
    <Frame title="Gaps" lead="Sessions that should have a price and have none, per asset and month. Days before an asset's first price or after its last are not counted.">
      <Panel title={year === undefined ? 'Gaps' : `Gaps of ${year}`}>
        <div class="filters">
          <SelectField name="year" label="Year" value={String(year ?? '')} options={yearOptions(year, newest.data)} onValue={(value) => setQuery({ year: value })} />
          <TextField name="symbol" label="Symbol" type="search" hint="One asset; empty: all" value={symbol} onValue={(value) => setQuery({ symbol: value.trim() })} />
        </div>
        <Guarded of={shown} what="The gaps could not be read" skeleton={<SkeletonBlock height={480} label="Counting gaps" />}>
          {(found) => <Body found={found as YearOfGaps} year={year ?? 0} />}
        </Guarded>
      </Panel>
    </Frame>
  )
}

/** The year of the newest price in the books. */
async function newestYear(signal: AbortSignal): Promise<number> {
  const { data, metadata } = await ask('getDetailedHealth', {}, undefined, { signal })
  const dates = data.freshness.flatMap((line) => (line.newest_bar ? [line.newest_bar] : [])).sort()
  return Number((dates.at(-1) ?? metadata.timestamp).slice(0, 4))
}

const YEARS_BACK = 15

function yearOptions(year: number | undefined, newest: number | undefined): readonly { readonly value: string; readonly label: string }[] {
  const last = Math.max(newest ?? 0, year ?? 0, newest === undefined ? Number(serverToday().slice(0, 4)) : 0)
  const years = Array.from({ length: YEARS_BACK }, (_, i) => last - i)
  const all = year !== undefined && !years.includes(year) ? [...years, year] : years
  return all.map((one) => ({ value: String(one), label: String(one) }))
}

function Body({ found, year }: { readonly found: YearOfGaps; readonly year: number }) {
  const rows = useMemo(() => [...found.whole].filter((one) => one.missing > 0).sort((one, other) => other.missing - one.missing), [found])
  const expected = found.whole.reduce((sum, one) => sum + one.expected, 0)
  const missing = found.whole.reduce((sum, one) => sum + one.missing, 0)
  if (found.whole.length === 0) return <Empty title="No asset fits" action={<button type="button" class="button" onClick={() => setQuery({ symbol: undefined })}>Show all assets</button>} />
  return (
    <>
      <Figures>
        <Figure label="Assets">{formatInteger(found.total)}</Figure>
        <Figure label="Prices expected">{formatInteger(expected)}</Figure>
        <Figure label="Missing">{formatInteger(missing)}</Figure>
        <Figure label="Complete">{expected > 0 ? formatPercent((expected - missing) / expected, 2) : '—'}</Figure>
      </Figures>
      {!found.isWhole && <p class="dim">Only the first {counted(found.whole.length, 'asset')} of {formatInteger(found.total)} are counted here; ask for one by its symbol.</p>}
      {rows.length === 0 ? (
        <Empty title={expected > 0 ? `Nothing is missing in ${year}` : `No prices were expected in ${year}`} action={<a class="button" href="/operations">Look at the jobs</a>} />
      ) : (
        <Missing rows={rows} found={found} year={year} />
      )}
    </>
  )
}

function Missing({ rows, found, year }: { readonly rows: readonly AssetGaps[]; readonly found: YearOfGaps; readonly year: number }) {
  const shown = rows.slice(0, SHOWN_ASSETS)
  const months = monthsOf(year)
  const heads = months.map((month) => formatMonth(firstDay(month)))
  const cells = shown.flatMap((one) => months.map((month, i): HeatCell => cellFor(one, heads[i] ?? month, cellOf(one, month, found.byMonth.get(month)?.get(one.asset.id)).missing)))
  const most = Math.max(1, ...cells.map((cell) => Math.abs(cell.value ?? 0)))
  const worst = rows[0]
  return (
    <>
      <ChartFrame
        title="Sessions without a price, per asset and month"
        sentence={`${counted(rows.length, 'asset lacks', 'assets lack')} prices in ${year}; ${worst?.asset.symbol} lacks most: ${formatInteger(worst?.missing)} of ${formatInteger(worst?.expected)}.${rows.length > shown.length ? ` The ${SHOWN_ASSETS} with the most gaps are drawn, all stand in the table.` : ''} An empty cell: none expected.`}
        table={{ columns: COLUMNS, rows, rowKey: (row) => row.asset.id }}
      >
        <HeatGrid caption="Sessions without a price, per asset and month" rows={shown.map((one) => one.asset.symbol)} columns={heads} cells={cells} strength={(value) => Math.sqrt(Math.abs(value) / most)} />
      </ChartFrame>
      <h3>Which sessions</h3>
      <DataTable caption={`Assets that lack prices in ${year}`} isCaptionHidden columns={COLUMNS} rows={rows} rowKey={(row) => row.asset.id} firstRows={50} />
      <p class="dim">
        A job fills what is missing with its next run. A range can also be asked for by hand: <a href="/operations">open a job</a>, then “Run now”.
      </p>
    </>
  )
}

/** Missing sessions count as a loss, so that the map has the colour of one. */
const cellFor = (one: AssetGaps, column: string, missing: number | null): HeatCell => ({ row: one.asset.symbol, column, value: missing === null ? null : -missing, text: missing === null ? '' : formatInteger(missing) })

const SHOWN_INTERVALS = 4

function Intervals({ of: one }: { readonly of: AssetGaps }) {
  const words = one.missing_intervals.map(({ first, last, sessions }) => (first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)} (${formatInteger(sessions)})`))
  if (words.length <= SHOWN_INTERVALS) return <>{words.join('; ')}</>
  return (
    <details class="hint">
      <summary>
        {words.slice(0, SHOWN_INTERVALS).join('; ')} and {formatInteger(words.length - SHOWN_INTERVALS)} more
      </summary>
      <div>{words.slice(SHOWN_INTERVALS).join('; ')}</div>
    </details>
  )
}

const COLUMNS: readonly Column<AssetGaps>[] = [
  { id: 'symbol', label: 'Asset', sortBy: (row) => row.asset.symbol, cell: (row) => <a href={linkTo.asset(row.asset.symbol)}>{row.asset.symbol}</a> },
  { id: 'missing', label: 'Missing', isNumber: true, sortBy: (row) => row.missing, cell: (row) => formatInteger(row.missing) },
  { id: 'expected', label: 'Expected', isNumber: true, isMinor: true, sortBy: (row) => row.expected, cell: (row) => formatInteger(row.expected) },
  { id: 'complete', label: 'Complete', isNumber: true, sortBy: (row) => (row.completeness ? toNumber(row.completeness) : null), cell: (row) => formatPercent(row.completeness, 1) },
  { id: 'intervals', label: 'Sessions', cell: (row) => <Intervals of={row} /> },
  { id: 'unexpected', label: 'On no session', isNumber: true, isMinor: true, sortBy: (row) => row.unexpected, cell: (row) => formatInteger(row.unexpected) },
]
