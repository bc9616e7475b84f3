import { useState } from 'preact/hooks'
import { announce } from '~/state/toasts'

type Props = { readonly text: string; readonly label?: string; readonly shows?: string | undefined }

const SAID_MS = 2_000

/** Puts a text on the clipboard and says so. `shows` is the button's visible text; without it a sign stands there. */
export function CopyButton({ text, label = 'Copy', shows }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async (): Promise<void> => {
    const next = await navigator.clipboard.writeText(text).then(
      () => 'copied' as const,
      () => 'failed' as const,
    )
    setState(next)
    announce(next === 'copied' ? 'Copied' : 'The browser did not allow copying')
    setTimeout(() => setState('idle'), SAID_MS)
  }
  const sign = state === 'copied' ? '✓' : state === 'failed' ? '✕' : <TwoSheets />
  return (
    <button type="button" class={shows ? 'button button-small' : 'icon-button icon-button-small'} aria-label={label} title={label} onClick={() => void copy()}>
      {shows && state === 'idle' ? shows : <span aria-hidden="true">{sign}</span>}
    </button>
  )
}

/** Drawn, since many fonts have no sign for copying. */
const TwoSheets = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" stroke-width="1.3">
    <rect x="4.5" y="4.5" width="8" height="8" rx="1.5" />
    <path d="M9.5 2.5v-.2a.8.8 0 0 0-.8-.8H2.3a.8.8 0 0 0-.8.8v6.4a.8.8 0 0 0 .8.8h.2" />
  </svg>
)

/** A secret that the API shows once: whoever leaves without copying it has to make another. */
export function CopyOnce({ secret, name }: { readonly secret: string; readonly name: string }) {
  return (
    <div class="copy-once" role="group" aria-label={name}>
      <p>
        <strong>{name}</strong> — shown this once. Copy it now; we keep only its hash.
      </p>
      <div class="copy-once-row">
        <code tabIndex={0}>{secret}</code>
        <CopyButton text={secret} label={`Copy ${name}`} shows="Copy" />
      </div>
    </div>
  )
}
