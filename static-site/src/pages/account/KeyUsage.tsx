import { useMemo } from 'preact/hooks'
import { serverToday, type PartnerKeyUsage } from '~/api'
import { ChartFrame, LineChart } from '~/charts'
import { Choice, DataTable, Empty, Loaded, Panel, SkeletonBlock, type Column } from '~/components'
import { counted, formatDate, formatInteger, plusDays } from '~/format'
import { query, setQuery } from '~/router'
import { useAsk } from '~/state/resource'
import { callsByDay, callsByOperation, referenceOf, type DayOfUse, type OperationUse } from './usage'

const RANGES = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
] as const

/** Calls of a key by day and by operation. */
export function KeyUsage({ id }: { readonly id: string }) {
  const days = RANGES.find((range) => range.value === query.value.get('days'))?.value ?? '30'
  const today = serverToday()
  const usage = useAsk('getKeyUsage', { id, start: plusDays(today, 1 - Number(days)), end: today })
  return (
    <Panel title="Usage" aside={<Choice label="Range" value={days} options={RANGES} onValue={(value) => setQuery({ days: value === '30' ? undefined : value })} />}>
      <Loaded of={usage} what="The usage could not be read" skeleton={<SkeletonBlock height={360} />}>
        {(answer) => <Usage of={answer.data} />}
      </Loaded>
    </Panel>
  )
}

function Usage({ of: usage }: { readonly of: PartnerKeyUsage }) {
  const days = useMemo(() => callsByDay(usage), [usage])
  const operations = useMemo(() => callsByOperation(usage.lines), [usage])
  if (usage.calls === 0) {
    return (
      <Empty title={`Not used from ${formatDate(usage.start)} to ${formatDate(usage.end)}`} action={<a class="button" href="/developers">A first call</a>}>
        Calls stand here a minute after they were made.
      </Empty>
    )
  }
  return (
    <div class="stack">
      <ChartFrame title="Calls per day" sentence={sentenceOf(usage, days)} table={{ columns: DAY_COLUMNS, rows: days, rowKey: (day) => day.day }}>
        <LineChart points={days.map((day) => formatDate(day.day))} series={[{ name: 'Calls', values: days.map((day) => day.calls) }]} isArea label={sentenceOf(usage, days)} formatValue={(value) => formatInteger(Math.round(value))} />
      </ChartFrame>
      <DataTable caption="By operation" columns={OPERATION_COLUMNS} rows={operations} rowKey={(one) => one.operation} />
    </div>
  )
}

function Operation({ name }: { readonly name: string }) {
  const id = referenceOf(name)
  return id ? <a href={`/developers?operation=${id}`}>{name}</a> : <>{name}</>
}

function sentenceOf(usage: PartnerKeyUsage, days: readonly DayOfUse[]): string {
  const most = days.reduce((best, day) => (day.calls > best.calls ? day : best), { day: usage.start, calls: 0 })
  return `${counted(usage.calls, 'call')} from ${formatDate(usage.start)} to ${formatDate(usage.end)} (UTC), most of them on ${formatDate(most.day)}: ${formatInteger(most.calls)}.`
}

const DAY_COLUMNS: readonly Column<unknown>[] = [
  { id: 'day', label: 'Day (UTC)', isRowHeader: true, sortBy: (row) => (row as DayOfUse).day, cell: (row) => formatDate((row as DayOfUse).day) },
  { id: 'calls', label: 'Calls', isNumber: true, sortBy: (row) => (row as DayOfUse).calls, cell: (row) => formatInteger((row as DayOfUse).calls) },
]

const OPERATION_COLUMNS: readonly Column<OperationUse>[] = [
  { id: 'operation', label: 'Operation', isRowHeader: true, sortBy: (one) => one.operation, cell: (one) => <Operation name={one.operation} /> },
  { id: 'calls', label: 'Calls', isNumber: true, sortBy: (one) => one.calls, cell: (one) => formatInteger(one.calls) },
]
