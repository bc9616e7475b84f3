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
  const sign = state === 'copied' ? '✓' : state === 'failed' ? '✕' : '⧉'
  return (
    <button type="button" class={shows ? 'button button-small' : 'icon-button icon-button-small'} aria-label={label} title={label} onClick={() => void copy()}>
      {shows && state === 'idle' ? shows : <span aria-hidden="true">{sign}</span>}
    </button>
  )
}

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
