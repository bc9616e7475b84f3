import { Hint } from '~/components'
import { asSentence, counted } from '~/format'

/** What the API says besides its numbers: what is left out and why. */
export function Notes({ warnings }: { readonly warnings: readonly string[] | null | undefined }) {
  if (!warnings || warnings.length === 0) return null
  return (
    <Hint term={counted(warnings.length, 'note on these numbers', 'notes on these numbers')}>
      <ul class="notes">
        {warnings.map((warning) => (
          <li key={warning}>{asSentence(warning)}</li>
        ))}
      </ul>
    </Hint>
  )
}
