import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

type Props = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** A palette shows no head: its search field says what it is. */
  readonly variant?: 'plain' | 'palette'
  readonly children: ComponentChildren
}

/** A modal dialog of the browser: it keeps the focus, closes by Esc or a click beside it, and gives the focus back. */
export function Dialog({ title, isOpen, onClose, variant = 'plain', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    if (!isOpen || !element) return undefined
    const before = document.activeElement
    element.showModal()
    element.querySelector<HTMLElement>('[autofocus]')?.focus()
    return () => {
      element.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isOpen])

  if (!isOpen) return null
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${variant}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div class="dialog-body">
        <div class={variant === 'palette' ? 'visually-hidden' : 'dialog-head'}>
          <h2 id={titleId}>{title}</h2>
          {variant === 'plain' && (
            <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
              <span aria-hidden="true">✕</span>
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  )
}
