import type { ComponentChildren } from 'preact'

/** An explanation that opens in place, for fingers, keyboards and screen readers alike; there are no tooltips. */
export function Hint({ term, children }: { readonly term: ComponentChildren; readonly children: ComponentChildren }) {
  return (
    <details class="hint">
      <summary>{term}</summary>
      <div>{children}</div>
    </details>
  )
}
