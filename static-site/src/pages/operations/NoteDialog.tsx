import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Dialog } from '~/components'

const MAX_NOTE = 1_000

export type Confirmation = { readonly label: string; readonly isDanger?: boolean; readonly isOff?: boolean; readonly run: (note: string) => void }

type Props = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly isBusy: boolean
  /** One or two deeds; the note goes with either. */
  readonly confirm: readonly Confirmation[]
  /** False where there is nothing to decide any more. */
  readonly withNote?: boolean
  readonly children: ComponentChildren
}

/** A decision with a note that says why; the note is kept in the audit trail. */
export function NoteDialog({ title, isOpen, onClose, isBusy, confirm, withNote = true, children }: Props) {
  const [note, setNote] = useState('')
  const id = useId()
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <div class="form">
        {children}
        {withNote && (
          <div class="field">
            <label for={id}>Note</label>
            <p id={`${id}-hint`} class="field-hint">
              Why, for whoever looks at it later; {MAX_NOTE.toLocaleString('en')} characters at most. May be left empty.
            </p>
            <textarea id={id} rows={3} maxLength={MAX_NOTE} aria-describedby={`${id}-hint`} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
          </div>
        )}
        <div class="operations-actions">
          {confirm.map((one) => (
            <button key={one.label} type="button" class={`button ${one.isDanger ? 'button-danger' : 'button-primary'}`} disabled={isBusy || one.isOff} onClick={() => one.run(note.trim())}>
              {one.label}
            </button>
          ))}
          <button type="button" class="button" onClick={onClose}>
            {withNote ? 'Leave it' : 'Close'}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
