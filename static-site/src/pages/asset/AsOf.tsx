import { useEffect, useState } from 'preact/hooks'
import { TextField } from '~/components'
import { formatDate } from '~/format'
import { setQuery } from '~/router'
import { faultOfAsOf } from './view'

/** Asks for the day to look from. The whole page then shows what could be known by its end, and nothing later. */
export function AsOfPicker({ asOf, today }: { readonly asOf: string | undefined; readonly today: string }) {
  const [text, setText] = useState(asOf ?? '')
  const [isTried, setTried] = useState(false)
  useEffect(() => setText(asOf ?? ''), [asOf])
  const fault = faultOfAsOf(text, today)
  const look = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    if (fault === undefined) setQuery({ as_of: text, day: undefined }, { replace: false })
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

/** Says that this is the past, in the way of everything else. */
export function AsOfBanner({ asOf }: { readonly asOf: string }) {
  return (
    <div class="banner" role="status">
      <p>
        <strong>Looking back to {formatDate(asOf)}.</strong> Price, signals, sentiment and articles are what was known at the end of that day (UTC); nothing that came later is in them. The data health is that of the books today.
      </p>
      <button type="button" class="button" onClick={() => setQuery({ as_of: undefined, day: undefined }, { replace: false })}>
        Back to now
      </button>
    </div>
  )
}
