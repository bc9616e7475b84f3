import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { asApiError, type ApiError } from '~/api/errors'

/** Faults by field name; a field without one is good. */
export type Faults<Values> = { readonly [Name in keyof Values]?: string | undefined }

export type Form<Values extends Readonly<Record<string, unknown>>> = {
  readonly values: Values
  readonly set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void
  readonly setAll: (values: Values) => void
  /** What is shown at a field: once it was left, or once sending was tried. */
  readonly faultOf: (name: keyof Values & string) => string | undefined
  readonly touch: (name: keyof Values & string) => void
  /** All faults for the summary above the form, once sending was tried. */
  readonly summary: readonly { readonly name: string; readonly message: string }[]
  readonly error: ApiError | undefined
  readonly isSending: boolean
  readonly submit: (event: Event) => void
}

/**
 * A form's values, checked while one types and once more by the API, whose faults stand at their fields.
 *
 * @param check  all faults of the values; says what is allowed
 * @param send   is called with values that have none; what it throws is shown
 */
export function useForm<Values extends Readonly<Record<string, unknown>>>(initial: Values, check: (values: Values) => Faults<Values>, send: (values: Values) => Promise<void>): Form<Values> {
  const [values, setValues] = useState(initial)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<ApiError>()
  const faults = check(values)
  const faultNow = (name: string): string | undefined => faults[name] ?? error?.fieldMessage(name)

  const submit = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    setError(undefined)
    if (isSending || Object.values(faults).some(Boolean)) return
    setSending(true)
    send(values)
      .catch((thrown: unknown) => setError(asApiError(thrown)))
      .finally(() => setSending(false))
  }

  return {
    values,
    set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    setAll: setValues,
    faultOf: (name) => (isTried || touched.has(name) ? faultNow(name) : undefined),
    touch: (name) => setTouched((before) => (before.has(name) ? before : new Set(before).add(name))),
    summary: isTried ? Object.keys(values).flatMap((name) => { const message = faultNow(name); return message ? [{ name, message }] : [] }) : [],
    error,
    isSending,
    submit,
  }
}

/** The faults above the form, each a link to its field; takes the focus when it appears. */
export function FormSummary({ faults }: { readonly faults: Form<Readonly<Record<string, unknown>>>['summary'] }) {
  const box = useRef<HTMLDivElement>(null)
  const isShown = faults.length > 0
  useEffect(() => {
    if (isShown) box.current?.focus()
  }, [isShown])
  if (!isShown) return null
  return (
    <div class="form-summary" role="alert" tabIndex={-1} ref={box}>
      <p>{faults.length === 1 ? 'One field needs another look' : `${faults.length} fields need another look`}:</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.name}>
            <a
              href={`#${fieldId(fault.name)}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(fieldId(fault.name))?.focus()
              }}
            >
              {fault.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const fieldId = (name: string): string => `field-${name}`

type FieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly fault?: string | undefined
  /** Gets what connects the control to label, hint and fault. */
  readonly children: (control: { readonly id: string; readonly name: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': boolean }) => ComponentChildren
}

/** A control with its label, what is allowed, and what is wrong. */
export function Field({ name, label, hint, fault, children }: FieldProps) {
  const id = fieldId(name)
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div class={`field ${fault ? 'field-faulty' : ''}`}>
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {children({ id, name, 'aria-describedby': described || undefined, 'aria-invalid': fault !== undefined })}
      <p id={`${id}-fault`} class="field-fault" aria-live="polite">
        {fault && (
          <>
            <span aria-hidden="true">✕ </span>
            {fault}
          </>
        )}
      </p>
    </div>
  )
}

type TextProps = Omit<FieldProps, 'children'> & {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly onLeave?: (() => void) | undefined
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'url'
  readonly inputMode?: 'decimal' | 'numeric' | 'text'
  readonly autocomplete?: string
  readonly placeholder?: string
  readonly isRequired?: boolean
  readonly suffix?: string
}

export function TextField(props: TextProps) {
  const { value, onValue, onLeave, type = 'text', inputMode, autocomplete, placeholder, isRequired, suffix } = props
  return (
    <Field name={props.name} label={props.label} hint={props.hint} fault={props.fault}>
      {(control) => (
        <span class="input-row">
          <input
            {...control}
            // Preact's types tell a form control's roles apart by a type that is known here only at run time.
            type={type as 'text'}
            inputMode={inputMode}
            autocomplete={autocomplete}
            placeholder={placeholder}
            required={isRequired}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
            // Who leaves for a button is about to press it: a fault that appears now would push it away from under the pointer.
            onBlur={(event) => event.relatedTarget instanceof HTMLButtonElement || onLeave?.()}
          />
          {suffix && <span class="input-suffix">{suffix}</span>}
        </span>
      )}
    </Field>
  )
}

export type Option<Value extends string> = { readonly value: Value; readonly label: string }

type SelectProps<Value extends string> = Omit<FieldProps, 'children'> & {
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onValue: (value: Value) => void
}

export function SelectField<Value extends string>({ value, options, onValue, ...field }: SelectProps<Value>) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value as Value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function CheckField({ name, label, isChecked, onValue, hint }: { readonly name: string; readonly label: string; readonly isChecked: boolean; readonly onValue: (isChecked: boolean) => void; readonly hint?: string }) {
  const id = fieldId(name)
  return (
    <div class="check">
      <input id={id} name={name} type="checkbox" checked={isChecked} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onValue(event.currentTarget.checked)} />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}

/** One of few, all of them visible: ranges, adjustments, horizons. */
export function Choice<Value extends string>({ label, value, options, onValue }: { readonly label: string; readonly value: Value; readonly options: readonly Option<Value>[]; readonly onValue: (value: Value) => void }) {
  const name = useId()
  return (
    <fieldset class="choice">
      <legend class="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class={option.value === value ? 'is-chosen' : undefined}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onValue(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
