import { toNumber, type CollectionRun } from '~/api'
import { DataTable, Instant, type Column } from '~/components'
import { formatDate, formatDuration, formatInteger, formatPercent, NOTHING } from '~/format'
import type { ComponentChildren } from 'preact'
import { jobPath, Progress, runPath, StateChip } from './parts'
import { triggerInWords } from './words'

/** From the first date to the last one that a run asks for. */
export const rangeInWords = (from: string | null | undefined, to: string): string => (from ? `${formatDate(from)} to ${formatDate(to)}` : `all up to ${formatDate(to)}`)

export const durationOf = (run: CollectionRun): string => (run.seconds === null || run.seconds === undefined ? NOTHING : formatDuration(toNumber(run.seconds) * 1000))

const COLUMNS: readonly Column<CollectionRun>[] = [
  { id: 'tick', label: 'For', cell: (run) => <a href={runPath(run.id)}><Instant at={run.scheduled_for} /></a> },
  { id: 'job', label: 'Job', cell: (run) => <a href={jobPath(run.job)}>{run.job}</a> },
  { id: 'status', label: 'State', cell: (run) => (run.status === 'running' ? <Progress run={run} /> : <StateChip state={run.status} />) },
  { id: 'trigger', label: 'Begun', isMinor: true, cell: (run) => triggerInWords(run.trigger) },
  { id: 'range', label: 'Dates', isMinor: true, cell: (run) => rangeInWords(run.from, run.to) },
  { id: 'loaded', label: 'Rows loaded', isNumber: true, cell: (run) => formatInteger(run.rows_loaded) },
  { id: 'aside', label: 'Set aside', isNumber: true, isMinor: true, cell: (run) => formatInteger(run.rows_quarantined) },
  { id: 'complete', label: 'Complete', isNumber: true, isMinor: true, cell: (run) => formatPercent(run.completeness, 1) },
  { id: 'time', label: 'Took', isNumber: true, isMinor: true, cell: durationOf },
]

/** Runs, newest first, as the API gives them. */
export function RunsTable({ runs, caption, withJob = true, empty }: { readonly runs: readonly CollectionRun[]; readonly caption: string; readonly withJob?: boolean; readonly empty: ComponentChildren }) {
  const columns = withJob ? COLUMNS : COLUMNS.filter((column) => column.id !== 'job')
  return <DataTable caption={caption} isCaptionHidden columns={columns} rows={runs} rowKey={(run) => run.id} empty={empty} />
}
