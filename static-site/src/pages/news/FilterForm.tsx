import { useEffect, useState } from 'preact/hooks'
import type { ApiError } from '~/api'
import { SelectField, TextField } from '~/components'
import { formatPercent, sentenceCase } from '~/format'
import { setQuery } from '~/router'
import { CONFIDENCES, LEANINGS, TYPES, type faultsOf, type Filters } from './filters'

type Props = { readonly filters: Filters; readonly faults: ReturnType<typeof faultsOf>; readonly refusal: ApiError | undefined }

/** A change of a filter begins with the first page again. */
const change = (changes: Readonly<Record<string, string>>): void => setQuery({ ...changes, page: undefined })

const LEANING_NAMES = { positive: 'Good news (above 0.15)', neutral: 'Neutral', negative: 'Bad news (below -0.15)' } as const

/** What is looked for. Words and names are asked for when typing pauses, or at once by Enter. */
export function FilterForm({ filters, faults, refusal }: Props) {
  const words = useTyped(filters.words, (q) => change({ q }))
  const assets = useTyped(filters.assets, (text) => change({ assets: text }))
  const source = useTyped(filters.source, (text) => change({ source: text }))
  const enter = (event: Event): void => {
    event.preventDefault()
    words.now()
    assets.now()
    source.now()
  }
  return (
    <form class="filters news-filters" role="search" aria-label="News" onSubmit={enter}>
      <TextField name="q" type="search" label="Search" placeholder="Words, or “a phrase”" value={words.text} onValue={words.type} onLeave={words.now} fault={refusal?.fieldMessage('q')} />
      <TextField name="assets" label="About" placeholder="AAPL, MSFT" value={assets.text} onValue={assets.type} onLeave={assets.now} fault={faults.assets ?? refusal?.fieldMessage('assets')} />
      <TextField name="source" label="Source" placeholder="Reuters" value={source.text} onValue={source.type} onLeave={source.now} fault={refusal?.fieldMessage('sources')} />
      <SelectField name="type" label="Type" value={filters.type} onValue={(type) => change({ type })} options={[{ value: '', label: 'All types' }, ...TYPES.map((value) => ({ value, label: sentenceCase(value) }))]} />
      <SelectField name="score" label="Score" value={filters.leaning} onValue={(score) => change({ score })} options={[{ value: '', label: 'Any, or none' }, ...LEANINGS.map((value) => ({ value, label: LEANING_NAMES[value] }))]} />
      <SelectField name="confidence" label="Sure at least" value={filters.confidence} onValue={(confidence) => change({ confidence })} options={[{ value: '', label: 'Any' }, ...CONFIDENCES.map((value) => ({ value, label: formatPercent(Number(value), 0) }))]} />
      <TextField name="start" type="date" label="First day" value={filters.start ?? ''} onValue={(start) => change({ start })} />
      <TextField name="end" type="date" label="Last day" value={filters.end ?? ''} onValue={(end) => change({ end })} fault={faults.end} />
    </form>
  )
}

const PAUSE_MS = 500

/** What is typed here goes on when typing pauses; what the address says comes in when it changes. */
function useTyped(value: string, send: (text: string) => void): { readonly text: string; readonly type: (text: string) => void; readonly now: () => void } {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return undefined
    const timer = setTimeout(() => send(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, value])
  return { text, type: setText, now: () => text !== value && send(text) }
}
