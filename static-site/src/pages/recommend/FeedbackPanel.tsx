import { ask, newIdempotencyKey, type Recommendation, type RecommendationFeedback } from '~/api'
import { Choice, ErrorBox, Instant, Panel, TextField, useForm, type Faults, type Option } from '~/components'
import { toast } from '~/state/toasts'

type Props = { readonly recommendation: Recommendation; readonly onGiven: () => void }

type Values = { readonly kind: 'rating' | 'followed' | 'ignored' | 'comment'; readonly value: '' | '1' | '2' | '3' | '4' | '5'; readonly text: string }

const MOST_CHARACTERS = 1000

const KINDS = [
  { value: 'rating', label: 'Rate it' },
  { value: 'followed', label: 'I did it' },
  { value: 'ignored', label: 'I did not' },
  { value: 'comment', label: 'Comment' },
] as const

const RATINGS: readonly Option<Values['value']>[] = (['1', '2', '3', '4', '5'] as const).map((value) => ({ value, label: value }))

function check(values: Values): Faults<Values> {
  const length = values.text.trim().length
  if (values.kind === 'rating' && values.value === '') return { value: 'Rating is empty; allowed: 1 to 5' }
  if (values.kind === 'comment' && length === 0) return { text: `Comment is empty; allowed: 1 to ${MOST_CHARACTERS} characters` }
  return length > MOST_CHARACTERS ? { text: `Comment has ${length} characters; allowed: at most ${MOST_CHARACTERS}` } : {}
}

/** What somebody says of it or did with it; it is kept with the answer. */
export function FeedbackPanel({ recommendation, onGiven }: Props) {
  const form = useForm<Values>({ kind: 'rating', value: '', text: '' }, check, async (values) => {
    const value = values.kind === 'rating' ? Number(values.value) : undefined
    await ask('giveFeedback', { id: recommendation.id }, { kind: values.kind, value, text: values.text.trim() || undefined }, { idempotencyKey: newIdempotencyKey() })
    form.setAll({ kind: 'rating', value: '', text: '' })
    toast('Thank you: it is kept with this answer')
    onGiven()
  })
  return (
    <Panel title="Your feedback" class="no-print">
      <form class="form" onSubmit={form.submit} noValidate aria-label="Feedback">
        {form.error && <ErrorBox error={form.error} what="It could not be kept" />}
        <div class="feedback-row">
          <Choice label="What do you want to say?" value={form.values.kind} options={KINDS} onValue={(kind) => form.set('kind', kind)} />
          {form.values.kind === 'rating' && (
            <>
              <span class="dim">useless</span>
              <Choice label="Rating, 1 useless to 5 helpful" value={form.values.value} options={RATINGS} onValue={(value) => form.set('value', value)} />
              <span class="dim">helpful</span>
            </>
          )}
        </div>
        {form.faultOf('value') && (
          <p class="field-fault" role="alert">
            <span aria-hidden="true">✕ </span>
            {form.faultOf('value')}
          </p>
        )}
        <TextField name="text" label={form.values.kind === 'comment' ? 'Comment' : 'Comment, if you like'} value={form.values.text} onValue={(text) => form.set('text', text)} onLeave={() => form.touch('text')} fault={form.faultOf('text')} />
        <div>
          <button type="submit" class="button" disabled={form.isSending}>
            {form.isSending ? 'Sending…' : 'Send'}
          </button>
        </div>
      </form>
      <Given feedback={recommendation.feedback} />
    </Panel>
  )
}

const SAID: Readonly<Record<RecommendationFeedback['kind'], string>> = { rating: 'Rated', comment: 'Said', followed: 'Done', ignored: 'Not done', clicked: 'Looked at' }

function Given({ feedback }: { readonly feedback: readonly RecommendationFeedback[] }) {
  if (feedback.length === 0) return null
  return (
    <ul class="plain-list">
      {feedback.map((one) => (
        <li key={one.id}>
          {SAID[one.kind]}
          {one.value ? ` ${one.value} of 5` : ''}
          {one.text ? `: ${one.text}` : ''} <span class="dim"><Instant at={one.at} /></span>
        </li>
      ))}
    </ul>
  )
}
