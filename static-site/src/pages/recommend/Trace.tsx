import { useState } from 'preact/hooks'
import { ask, asApiError, type ApiError, type Recommendation, type Replay } from '~/api'
import { CopyButton, DataTable, ErrorBox, Instant, Panel, type Column } from '~/components'
import { counted, formatDate, formatInteger, formatUtc } from '~/format'
import { announce } from '~/state/toasts'
import { CALCULATING_MS } from './request'

type Props = { readonly recommendation: Recommendation }

/** What the answer was made from, and whether it can be made again. */
export function Trace({ recommendation }: Props) {
  return (
    <Panel title="Where it comes from" id="trace">
      <div class="grid">
        <div class="span-6 stack">
          <Origin recommendation={recommendation} />
        </div>
        <div class="span-6 stack">
          <Universe recommendation={recommendation} />
        </div>
      </div>
      <ReplayBox recommendation={recommendation} />
    </Panel>
  )
}

function Origin({ recommendation }: Props) {
  const { basis } = recommendation
  return (
    <dl class="facts">
      <dt>Prices of</dt>
      <dd>{formatDate(basis.session)}</dd>
      <dt>Public by (as of)</dt>
      <dd>
        <Instant at={basis.as_of} /> <span class="dim">{formatUtc(basis.as_of)}</span>
      </dd>
      <dt>In our books by</dt>
      <dd>
        <Instant at={basis.known_at} />
      </dd>
      <dt>Snapshot of the rows</dt>
      <dd>
        <Hash value={basis.snapshot_id} name="snapshot id" />
      </dd>
      <dt>Hash of the answer</dt>
      <dd>
        <Hash value={recommendation.result_hash} name="result hash" />
      </dd>
      <dt>Rules, numbers, variant</dt>
      <dd>
        engine {basis.engine}, configuration {basis.configuration}, {recommendation.variant}
      </dd>
      <dt>Seed of the futures</dt>
      <dd class="num">{basis.seed}</dd>
      <dt>Sentiment model</dt>
      <dd>{basis.sentiment_model || <span class="dim">none: nothing was scored</span>}</dd>
    </dl>
  )
}

const SHOWN_DIGITS = 16

function Hash({ value, name }: { readonly value: string; readonly name: string }) {
  return (
    <span class="hash">
      <code title={value}>{value.slice(0, SHOWN_DIGITS)}…</code> <CopyButton text={value} label={`Copy the ${name}`} />
    </span>
  )
}

function Universe({ recommendation }: Props) {
  const { universe } = recommendation.basis
  return (
    <div>
      <h3>Which assets could be recommended</h3>
      <p>
        {formatInteger(universe.eligible)} of {counted(universe.considered, 'asset')} with prices.
      </p>
      {universe.words.length > 0 && (
        <ul class="sentences">
          {universe.words.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The API makes it again from the books and holds both hashes against each other. */
function ReplayBox({ recommendation }: Props) {
  const [replay, setReplay] = useState<Replay>()
  const [error, setError] = useState<ApiError>()
  const [isAsking, setAsking] = useState(false)
  const run = (): void => {
    setAsking(true)
    setError(undefined)
    ask('replayRecommendation', { id: recommendation.id }, undefined, { timeoutMs: CALCULATING_MS })
      .then(({ data }) => {
        setReplay(data)
        announce(data.identical ? 'Made again: the same' : 'Made again: it differs')
      }, (thrown: unknown) => setError(asApiError(thrown)))
      .finally(() => setAsking(false))
  }
  return (
    <div class="replay">
      <div class="replay-row">
        <button type="button" class="button no-print" onClick={run} disabled={isAsking}>
          {isAsking ? 'Making it again…' : 'Make it again'}
        </button>
        <p class="dim">From the stored rows, by the same rules: the hash must be the same.</p>
      </div>
      {error && <ErrorBox error={error} what="It could not be made again" onRetry={run} />}
      {replay && !isAsking && <ReplayResult replay={replay} />}
    </div>
  )
}

function ReplayResult({ replay }: { readonly replay: Replay }) {
  return (
    <div class={`replay-result ${replay.identical ? 'is-same' : 'is-other'}`} role="status">
      <p>
        <strong>{replay.identical ? '✓ The same answer, digit by digit.' : '✕ Not the same answer.'}</strong> {replay.snapshot_identical ? 'The very same rows were read.' : 'Other rows were read.'}
      </p>
      <dl class="facts">
        <dt>Hash then</dt>
        <dd>
          <code>{replay.stored_hash}</code>
        </dd>
        <dt>Hash now</dt>
        <dd>
          <code>{replay.replayed_hash ?? 'could not be made again'}</code>
        </dd>
      </dl>
      {replay.causes.length > 0 && (
        <ul class="sentences">
          {replay.causes.map((cause) => (
            <li key={cause.message}>{cause.message}</li>
          ))}
        </ul>
      )}
      {replay.differences.length > 0 && <DataTable caption={`${counted(replay.differences.length, 'value')} that differ`} columns={DIFFERENCE_COLUMNS} rows={replay.differences} rowKey={(row) => row.path} maxHeight="16rem" />}
    </div>
  )
}

const DIFFERENCE_COLUMNS: readonly Column<Replay['differences'][number]>[] = [
  { id: 'path', label: 'Where', cell: (row) => <code>{row.path}</code> },
  { id: 'stored', label: 'Then', cell: (row) => row.stored ?? '—' },
  { id: 'replayed', label: 'Now', cell: (row) => row.replayed ?? '—' },
]
