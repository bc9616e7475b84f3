import type { ComponentChildren } from 'preact'

export type Term = { readonly name: string; readonly text: ComponentChildren; readonly example?: string }

/** Words with what they mean, and an example in the unit that is used. */
export function Terms({ terms }: { readonly terms: readonly Term[] }) {
  return (
    <dl class="numbers-terms">
      {terms.map((term) => (
        <div key={term.name}>
          <dt>{term.name}</dt>
          <dd>
            {term.text}
            {term.example && <p class="dim">Example: {term.example}</p>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
