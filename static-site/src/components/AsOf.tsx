import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { formatDate } from '~/format'
import { setQuery } from '~/router'
import { faultOfAsOf } from '~/state/asOf'
import { TextField } from './Form'

/** What belongs to the day that is left: a chosen session, a page of a list. */
const RESET = { day: undefined, page: undefined }

/** Asks for the day to look from. The whole page then shows what could be known by its end, and nothing later. */
export function AsOfPicker({ asOf, today }: { readonly asOf: string | undefined; readonly today: string }) {
  const [text, setText] = useState(asOf ?? '')
  const [isTried, setTried] = useState(false)
  useEffect(() => setText(asOf ?? ''), [asOf])
  const fault = faultOfAsOf(text, today)
  const look = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    if (fault === undefined) setQuery({ as_of: text, ...RESET }, { replace: false })
  }
  return (
    <form class="as-of" onSubmit={look} noValidate aria-label="Look back">
      <TextField name="as-of" type="date" label="As known at the end of" value={text} onValue={setText} fault={isTried ? fault : undefined} />
      <button type="submit" class="button">
        Look back
      </button>
    </form>
  )
}

/** Says that this is the past, in the way of everything else, and what of the page it does not hold for. */
export function AsOfBanner({ asOf, children }: { readonly asOf: string; readonly children: ComponentChildren }) {
  return (
    <div class="banner" role="status">
      <p>
        <strong>Looking back to {formatDate(asOf)}.</strong> {children}
      </p>
      <button type="button" class="button" onClick={() => setQuery({ as_of: undefined, ...RESET }, { replace: false })}>
        Back to now
      </button>
    </div>
  )
}
