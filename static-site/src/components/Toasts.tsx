import { announcement, dismiss, toasts } from '~/state/toasts'

export function Toasts() {
  return (
    <div class="toasts" role="region" aria-label="Messages">
      {toasts.value.map((toast) => (
        <div key={toast.id} class={`toast toast-${toast.tone}`} role={toast.tone === 'failed' ? 'alert' : 'status'}>
          <span>{toast.text}</span>
          <button type="button" class="icon-button icon-button-small" aria-label="Dismiss" onClick={() => dismiss(toast.id)}>
            <span aria-hidden="true">✕</span>
          </button>
        </div>
      ))}
    </div>
  )
}

/** Read out by screen readers whenever it changes. */
export function LiveRegion() {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {announcement.value}
    </div>
  )
}
