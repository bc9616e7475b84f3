import { TextField, type Form } from '~/components'
import type { JobValues } from './jobForm'

export type JobFields = { readonly form: Form<JobValues> }

/** A text field of the form by its name. */
export function Text({ form, name, label, hint, type }: JobFields & { readonly name: Exclude<keyof JobValues, 'mode.kind' | 'schedule.kind'>; readonly label: string; readonly hint?: string; readonly type?: 'date' }) {
  return <TextField name={name} label={label} hint={hint} type={type ?? 'text'} autocomplete="off" value={form.values[name]} fault={form.faultOf(name)} onValue={(value) => form.set(name, value)} onLeave={() => form.touch(name)} />
}
