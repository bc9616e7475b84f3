import { toNumber, type JobAnalytics } from '~/api'
import { Bars, ChartFrame, type Slice } from '~/charts'
import { Choice, Empty, Figure, Figures, Instant, Loaded, Panel, Skeleton } from '~/components'
import { counted, formatCompact, formatDuration, formatInteger, formatPercent, NOTHING, sentenceCase } from '~/format'
import { query, setQuery } from '~/router'
import { useAsk } from '~/state/resource'
import { countsInWords, entriesOf } from './words'

const DAYS = ['7', '30', '90', '365'] as const

/** How a job has done over the last days. */
export function Analytics({ name }: { readonly name: string }) {
  const days = DAYS.find((one) => one === query.value.get('days')) ?? '30'
  const analytics = useAsk('getJobAnalytics', { name, days: Number(days) })
  return (
    <Panel title="How it has done" aside={<Choice label="Days back" value={days} options={DAYS.map((value) => ({ value, label: `${value} days` }))} onValue={(next) => setQuery({ days: next })} />}>
      <Loaded of={analytics} what="How it has done could not be read" skeleton={<Skeleton lines={8} />}>
        {({ data }) => <Body of={data} />}
      </Loaded>
    </Panel>
  )
}

function Body({ of: job }: { readonly of: JobAnalytics }) {
  const runs = entriesOf(job.runs).reduce((sum, [, count]) => sum + count, 0)
  if (runs === 0) return <Empty title={`No run in the last ${counted(job.days, 'day')}`}>{job.last_success_at ? <>It succeeded last <Instant at={job.last_success_at} />.</> : 'It has never succeeded.'}</Empty>
  const seconds = (value: Parameters<typeof toNumber>[0] | undefined): string => (value === undefined ? NOTHING : formatDuration(toNumber(value) * 1000))
  return (
    <>
      <Figures>
        <Figure label="Runs that succeeded" note={countsInWords(job.runs)}>{formatPercent(job.success_rate, 0)}</Figure>
        <Figure label="Half took no longer than" note={`95 of 100 no longer than ${seconds(job.seconds?.p95)}, the longest ${seconds(job.seconds?.max)}`}>{seconds(job.seconds?.p50)}</Figure>
        <Figure label="Rows loaded" note={`${formatInteger(job.rows_unchanged)} unchanged, ${formatInteger(job.rows_quarantined)} set aside`}>{formatInteger(job.rows_loaded)}</Figure>
        <Figure label="Calls to providers" note={`${formatCompact(job.bytes)} bytes; answered by ${countsInWords(job.providers) || 'nobody'}`}>{formatInteger(job.calls)}</Figure>
        <Figure label="Changed the books" note={<Instant at={job.last_loaded_at} />}>
          {typeof job.loaded_seconds_ago === 'number' ? `${formatDuration(job.loaded_seconds_ago * 1000)} ago` : 'never'}
        </Figure>
      </Figures>
      <Outcomes job={job} />
    </>
  )
}

type OutcomeRow = { readonly label: string; readonly count: number }

function Outcomes({ job }: { readonly job: JobAnalytics }) {
  const rows: readonly OutcomeRow[] = entriesOf(job.items).map(([name, count]) => ({ label: sentenceCase(name), count }))
  if (rows.length === 0) return null
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  const slices: readonly Slice[] = rows.map(({ label, count }) => ({ label, value: count }))
  const first = rows[0]
  return (
    <ChartFrame
      title="Items by what came of them"
      sentence={`Of ${counted(total, 'item')} that ended in these days, the most common outcome is “${first?.label.toLowerCase()}”: ${formatInteger(first?.count)}.`}
      table={{
        columns: [
          { id: 'label', label: 'Outcome', cell: (row: OutcomeRow) => row.label },
          { id: 'count', label: 'Items', isNumber: true, sortBy: (row: OutcomeRow) => row.count, cell: (row: OutcomeRow) => formatInteger(row.count) },
        ],
        rows,
        rowKey: (row) => row.label,
      }}
    >
      <Bars slices={slices} label={`Items by outcome: ${countsInWords(job.items)}`} formatValue={formatInteger} />
    </ChartFrame>
  )
}
