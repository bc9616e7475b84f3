import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type Props = {
  readonly title: string
  /** What stands at the right of the title: a link, a switch. */
  readonly aside?: ComponentChildren
  readonly class?: string
  /** For links to this section of the page. */
  readonly id?: string
  readonly children: ComponentChildren
}

/** A titled section of a page. */
export function Panel({ title, aside, children, class: name = '', id }: Props) {
  const titleId = useId()
  return (
    <section id={id} class={`panel ${name}`} aria-labelledby={titleId}>
      <div class="panel-head">
        <h2 id={titleId}>{title}</h2>
        {aside && <div class="panel-aside">{aside}</div>}
      </div>
      {children}
    </section>
  )
}

/** A page's heading, the only h1, with a sentence that says what it is for. */
export function PageHead({ title, lead, children }: { readonly title: ComponentChildren; readonly lead?: ComponentChildren; readonly children?: ComponentChildren }) {
  return (
    <header class="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children && <div class="page-tools">{children}</div>}
    </header>
  )
}

/** A figure with its name, several in a row. */
export function Figure({ label, children, note }: { readonly label: ComponentChildren; readonly children: ComponentChildren; readonly note?: ComponentChildren }) {
  return (
    <div class="figure">
      <dt>{label}</dt>
      <dd>
        <span class="figure-value num">{children}</span>
        {note && <span class="figure-note dim">{note}</span>}
      </dd>
    </div>
  )
}

export function Figures({ children }: { readonly children: ComponentChildren }) {
  return <dl class="figures">{children}</dl>
}
