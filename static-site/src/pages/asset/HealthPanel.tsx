import type { Answer, Asset, AssetGaps, MissingInterval, QuarantinedRow } from '~/api'
import { DataTable, Figure, Figures, Instant, Loaded, Panel, Skeleton, type Column } from '~/components'
import { formatDate, formatInteger, formatPercent } from '~/format'
import { useAsk, type Resource } from '~/state/resource'
import { completenessSentence } from './health'

type Props = { readonly asset: Asset; readonly gaps: Resource<Answer<readonly AssetGaps[]>>; readonly isPast: boolean }

/** Whether the books are whole: missing sessions, rows set aside, days that should not be. */
export function HealthPanel({ asset, gaps, isPast }: Props) {
  const isSeries = asset.attributes['frequency'] !== undefined
  return (
    <Panel title={isPast ? 'Data health today' : 'Data health'} class={isSeries ? '' : 'span-4'} aside={<a href="/operations">Operations</a>}>
      <Loaded of={gaps} what="The gaps could not be read" skeleton={<Skeleton lines={7} />}>
        {({ data }) => {
          const found = data.find((one) => one.asset.id === asset.id)
          return found ? <Gaps gaps={found} isSeries={isSeries} /> : <p class="dim">Nothing is expected of {asset.symbol}: it has no calendar, or no value yet.</p>
        }}
      </Loaded>
      <Quarantine symbol={asset.symbol} />
    </Panel>
  )
}

const INTERVALS: readonly Column<MissingInterval>[] = [
  { id: 'first', label: 'First', cell: (one) => formatDate(one.first) },
  { id: 'last', label: 'Last', cell: (one) => formatDate(one.last) },
  { id: 'sessions', label: 'How many', isNumber: true, cell: (one) => formatInteger(one.sessions) },
]

function Gaps({ gaps, isSeries }: { readonly gaps: AssetGaps; readonly isSeries: boolean }) {
  const period = isSeries ? 'Periods' : 'Sessions'
  return (
    <>
      <Figures>
        <Figure label="Complete">{formatPercent(gaps.completeness, 1)}</Figure>
        <Figure label={`${period} missing`}>{formatInteger(gaps.missing)}</Figure>
        <Figure label={`${period} late`}>{formatInteger(gaps.stale_sessions)}</Figure>
      </Figures>
      <p>{completenessSentence(gaps, isSeries)}</p>
      {gaps.missing_intervals.length > 0 && <DataTable caption={isSeries ? 'Periods without a value' : 'Sessions without a price'} columns={INTERVALS} rows={gaps.missing_intervals} rowKey={(one) => one.first} firstRows={10} maxHeight="14rem" />}
      {gaps.unexpected > 0 && (
        <p>
          {formatInteger(gaps.unexpected)} {isSeries ? 'values' : 'prices'} on days that should have none: {gaps.unexpected_dates.slice(0, 5).map((date) => formatDate(date)).join(', ')}
          {gaps.unexpected_dates.length > 5 ? ' and more' : ''}.
        </p>
      )}
    </>
  )
}

const ROWS: readonly Column<QuarantinedRow>[] = [
  { id: 'date', label: 'Date', cell: (row) => formatDate(row.date) },
  { id: 'reason', label: 'Why', cell: (row) => `${row.reason}: ${row.detail}` },
  { id: 'at', label: 'Set aside', isMinor: true, cell: (row) => <Instant at={row.set_aside_at} /> },
]

function Quarantine({ symbol }: { readonly symbol: string }) {
  const rows = useAsk('listQuarantine', { symbol, status: 'waiting', per_page: 10 })
  return (
    <Loaded of={rows} what="The rows set aside could not be read" skeleton={<Skeleton lines={2} />}>
      {(answer) =>
        answer.data.length === 0 ? (
          <p>No row of {symbol} waits in quarantine.</p>
        ) : (
          <>
            <DataTable caption={`${formatInteger(answer.pagination?.total_items ?? answer.data.length)} rows were not believed and wait for a person`} columns={ROWS} rows={answer.data} rowKey={(row) => String(row.id)} />
            <a href={`/operations/quarantine?symbol=${encodeURIComponent(symbol)}`}>Review them</a>
          </>
        )
      }
    </Loaded>
  )
}
