import { useEffect, useMemo, useRef } from 'preact/hooks'
import { ask, isSignedIn, newIdempotencyKey, readAll, serverToday } from '~/api'
import { ErrorBox, FormSummary, PageHead, useForm, type Form } from '~/components'
import { linkTo, navigate, query, setQuery } from '~/router'
import { useAsk, useResource } from '~/state/resource'
import { announce } from '~/state/toasts'
import { Basics, Limits, Owned } from './AskFields'
import { NotAdvice } from './NotAdvice'
import { Recent } from './Recent'
import { booksOf, CALCULATING_MS, check, DEFAULTS, orderOf, queryOf, valuesOf, withProfile, type Books, type Values } from './request'
import './recommend.css'

/** The question: a form whose address holds all of it. */
export default function AskPage() {
  const { books, failure } = useBooks()
  const send = useSend()
  const today = serverToday()
  const form = useForm(valuesOf(query.value), (values) => check(values, books, today), send)
  const filled = useProfile(form)

  const text = JSON.stringify(queryOf(form.values))
  useEffect(() => setQuery(queryOf(form.values)), [text])

  const ownFaults = form.error && form.error.fields.some((fault) => form.error?.fieldMessage(fault.path) && isField(fault.path))
  return (
    <div class="page">
      <PageHead title="Recommend" lead="Say how much, how bold and for how long. You get a portfolio of whole shares with the reasons, the risks and a trial on the past.">
        <a class="button" href="/recommendations">
          Earlier recommendations
        </a>
      </PageHead>
      <NotAdvice />
      <div class="grid">
        <form class="ask span-8" onSubmit={form.submit} noValidate aria-label="Ask for a recommendation" aria-busy={form.isSending}>
          <FormSummary faults={form.summary} />
          {form.error && !ownFaults && <ErrorBox error={form.error} what="The recommendation could not be made" />}
          {filled.length > 0 && <p class="note">Filled in from your profile: {filled.join(', ')}. What you change here counts for this question alone.</p>}
          <Basics form={form} books={books} />
          <Limits form={form} books={books} failure={failure} />
          <Owned form={form} />
          <SendRow isSending={form.isSending} onReset={() => form.setAll(DEFAULTS)} />
        </form>
        <aside class="span-4 stack">
          <Recent />
        </aside>
      </div>
    </div>
  )
}

const isField = (path: string): boolean => Object.keys(DEFAULTS).some((name) => path === name || path.startsWith(`${name}[`))

function SendRow({ isSending, onReset }: { readonly isSending: boolean; readonly onReset: () => void }) {
  return (
    <div class="ask-send">
      <button type="submit" class="button button-primary" disabled={isSending}>
        {isSending ? 'Calculating…' : 'Recommend'}
      </button>
      <button type="button" class="button" onClick={onReset}>
        Start over
      </button>
      <p class="dim">{isSending ? 'Every asset of the books is scored and the portfolio optimised; this takes some seconds.' : 'Nothing is bought. The answer is kept, so that it can be made again and compared.'}</p>
    </div>
  )
}

/** The same question sent again after a failure is the same intention and has the same key. */
function useSend(): (values: Values) => Promise<void> {
  const intention = useRef({ text: '', key: '' })
  return async (values) => {
    const order = orderOf(values)
    const text = JSON.stringify(order)
    if (intention.current.text !== text) intention.current = { text, key: newIdempotencyKey() }
    const answer = await ask('createRecommendation', {}, order, { idempotencyKey: intention.current.key, timeoutMs: CALCULATING_MS })
    announce(answer.data.outcome === 'recommended' ? 'The recommendation is made' : 'Nothing is recommended')
    navigate(linkTo.recommendation(answer.data.id))
    scrollTo(0, 0)
  }
}

/** What the books hold; while it is not read, or cannot be, the API alone says what it does not know. */
function useBooks(): { readonly books: Books | undefined; readonly failure: string | undefined } {
  const all = useResource('books', (signal) => readAll('searchAssets', {}, signal), true)
  const books = useMemo(() => all.data && booksOf(all.data.items, all.data.isWhole), [all.data])
  return { books, failure: all.error?.message }
}

/** Fills in, once, what the profile says and the address does not. */
function useProfile(form: Form<Values>): readonly string[] {
  const answer = useAsk('getProfile', isSignedIn.value ? {} : undefined)
  const isDone = useRef(false)
  const profile = answer.data?.data
  const wanted = profile && withProfile(DEFAULTS, profile)
  useEffect(() => {
    if (!wanted || isDone.current) return
    isDone.current = true
    form.setAll(valuesOf(query.value, wanted.values))
  }, [wanted])
  return wanted?.filled ?? []
}
