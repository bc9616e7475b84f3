import { useState } from 'preact/hooks'
import { ask, newIdempotencyKey, type Recommendation, type RecommendationGrade } from '~/api'
import { Change, DataTable, ErrorBox, FormSummary, Panel, SelectField, TextField, useForm, type Column, type Faults, type Option } from '~/components'
import { counted, formatDate } from '~/format'
import { query, setQuery } from '~/router'
import { recall, remember } from '~/state/storage'
import { BacktestProgress } from './BacktestProgress'
import { backtestRequest, checkRange, defaultRange, type Range } from './track'

type Props = { readonly recommendation: Recommendation }

/** Would that advice have worked: what became of it, and the same question asked again and again in the past. */
export function TrackPanel({ recommendation }: Props) {
  const name = `backtest.${recommendation.id}`
  const id = query.value.get('backtest') ?? recall(name)
  const [isAskingAgain, setAskingAgain] = useState(false)
  const started = (next: string): void => {
    remember(name, next)
    setQuery({ backtest: next })
    setAskingAgain(false)
  }
  return (
    <Panel title="Would it have worked?" id="track">
      <Grades recommendation={recommendation} />
      <h3>The same question in the past</h3>
      {id && !isAskingAgain ? <BacktestProgress id={id} currency={recommendation.request.currency} onAgain={() => setAskingAgain(true)} /> : <BacktestForm recommendation={recommendation} onStarted={started} />}
    </Panel>
  )
}

const GRADE_COLUMNS: readonly Column<RecommendationGrade>[] = [
  { id: 'after', label: 'After', cell: (grade) => counted(grade.sessions, 'session') },
  { id: 'day', label: 'Closes of', cell: (grade) => formatDate(grade.session) },
  { id: 'own', label: 'Earned', isNumber: true, cell: (grade) => <Change value={grade.portfolio_return} /> },
  { id: 'benchmark', label: 'Benchmark', isNumber: true, cell: (grade) => <Change value={grade.benchmark_return} /> },
  { id: 'excess', label: 'Difference', isNumber: true, cell: (grade) => <Change value={grade.excess} /> },
  { id: 'notes', label: 'To know', isMinor: true, cell: (grade) => grade.notes.join('; ') },
]

function Grades({ recommendation }: Props) {
  return (
    <div>
      <h3>What became of this advice</h3>
      {recommendation.grades.length === 0 ? (
        <p class="dim">It is graded against {recommendation.request.benchmark} after 5, 20 and 60 sessions. None of them is over in the books yet.</p>
      ) : (
        <DataTable caption="What became of this advice" isCaptionHidden columns={GRADE_COLUMNS} rows={recommendation.grades} rowKey={(grade) => String(grade.sessions)} />
      )}
    </div>
  )
}

const REBALANCINGS: readonly Option<Range['rebalancing']>[] = [
  { value: 'monthly_last', label: 'At the end of each month' },
  { value: 'quarterly_last', label: 'At the end of each quarter' },
]

function BacktestForm({ recommendation, onStarted }: Props & { readonly onStarted: (id: string) => void }) {
  const { session } = recommendation.basis
  const [key] = useState(newIdempotencyKey)
  const check = (values: Range): Faults<Range> => checkRange(values, session)
  const form = useForm<Range>({ ...defaultRange(session), rebalancing: 'quarterly_last' }, check, async (values) => {
    const answer = await ask('createBacktest', {}, { ...values, request: backtestRequest(recommendation.request) }, { idempotencyKey: `${key}_${values.from}_${values.to}_${values.rebalancing}` })
    onStarted(answer.data.id)
  })
  return (
    <form class="track-form no-print" onSubmit={form.submit} noValidate aria-label="Try it on the past">
      <p class="dim">On each date the engine decides with what was known then, and whole shares are traded at the next close, costs included. Beside it live {recommendation.request.benchmark} and everything in equal amounts.</p>
      <FormSummary faults={form.summary} />
      {form.error && form.summary.length === 0 && <ErrorBox error={form.error} what="The trial could not be started" />}
      <div class="ask-row">
        <TextField name="from" type="date" label="From" value={form.values.from} onValue={(from) => { form.set('from', from); form.touch('from') }} fault={form.faultOf('from')} />
        <TextField name="to" type="date" label="To" value={form.values.to} onValue={(to) => { form.set('to', to); form.touch('to') }} fault={form.faultOf('to')} />
        <SelectField name="rebalancing" label="Decide anew" value={form.values.rebalancing} options={REBALANCINGS} onValue={(rebalancing) => form.set('rebalancing', rebalancing)} fault={form.faultOf('rebalancing')} />
      </div>
      <button type="submit" class="button button-primary" disabled={form.isSending}>
        {form.isSending ? 'Starting…' : 'Try it on the past'}
      </button>
    </form>
  )
}
