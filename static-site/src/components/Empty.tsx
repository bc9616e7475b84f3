import type { ComponentChildren } from 'preact'

/** Says why nothing is here and what one can do next. */
export function Empty({ title, children, action }: { readonly title: string; readonly children?: ComponentChildren; readonly action?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <p class="dim">{children}</p>}
      {action && <div class="empty-action">{action}</div>}
    </div>
  )
}
