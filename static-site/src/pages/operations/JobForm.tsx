import { useState } from 'preact/hooks'
import { ask, newIdempotencyKey, type CollectionJob } from '~/api'
import { ErrorBox, FormSummary, Panel, SelectField, useForm } from '~/components'
import { navigate } from '~/router'
import { useAsk } from '~/state/resource'
import { toast } from '~/state/toasts'
import { Text, type JobFields } from './JobField'
import { checkJob, documentOf, placed, type JobValues } from './jobForm'
import { jobPath } from './parts'
import { ScheduleFields } from './ScheduleFields'
import { Trial, useTrial } from './Trial'

type Props = { readonly initial: JobValues; /** Undefined for a new job. */ readonly existing: CollectionJob | undefined }

/** A job's form: tried by the API while one types, with its faults at their fields and the next runs beside it. */
export function JobForm({ initial, existing }: Props) {
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [typed, setTyped] = useState(initial)
  const trial = useTrial(typed, existing !== undefined)
  const form = useForm<JobValues>(initial, (values) => withTrial(values, values === typed ? trial.faults : []), async (values) => {
    const body = documentOf(values)
    if (existing) await ask('replaceCollectionJob', { name: existing.name }, body)
    else await ask('createCollectionJob', {}, body, { idempotencyKey }).finally(() => setKey(newIdempotencyKey()))
    toast(existing ? `${values.name} is changed` : `${values.name} is made`)
    navigate(jobPath(values.name))
  })
  if (form.values !== typed) setTyped(form.values)
  return (
    <form class="form operations-wide-form" onSubmit={form.submit} noValidate>
      <FormSummary faults={form.summary} />
      {form.error && <ErrorBox error={form.error} what="The job was not saved" />}
      <div class="grid">
        <div class="span-8 stack">
          <Panel title="The job">
            <WhatFields form={form} isNew={existing === undefined} />
          </Panel>
          <Panel title="When">
            <ScheduleFields form={form} />
          </Panel>
          <Panel title="Bounds of a run">
            <LimitFields form={form} />
          </Panel>
        </div>
        <div class="span-4 stack">
          <Trial trial={trial} values={form.values} />
          <div class="operations-actions">
            <button type="submit" class="button button-primary" disabled={form.isSending}>
              {existing ? 'Save the changes' : 'Make the job'}
            </button>
            <a class="button" href={existing ? jobPath(existing.name) : '/operations'}>
              Leave without saving
            </a>
          </div>
        </div>
      </div>
    </form>
  )
}

/** The form's own faults go before those of the API. */
function withTrial(values: JobValues, faults: readonly { readonly path: string; readonly message: string }[]): ReturnType<typeof checkJob> {
  const own = Object.entries(checkJob(values)).filter(([, message]) => message !== undefined)
  return { ...placed(faults).at, ...Object.fromEntries(own) }
}

/** Files on the machine of the installation; no provider of the world, so it is not among them. */
const BUNDLE = { value: 'bundle', label: 'Files (a bundle)' }

function WhatFields({ form, isNew }: JobFields & { readonly isNew: boolean }) {
  const collectors = useAsk('listCollectors', {})
  const chosen = collectors.data?.data.find((one) => one.provider === form.values['collector.provider'])
  const names = collectors.data?.data.map((one) => ({ value: one.provider, label: one.title })) ?? []
  const given = form.values['collector.provider']
  // A provider whose list is on its way, or that this installation does not know.
  const missing = given && given !== BUNDLE.value && !chosen ? [{ value: given, label: given }] : []
  return (
    <>
      <div class="operations-pair">
        {isNew ? <Text form={form} name="name" label="Name" hint="Lower case letters, digits and hyphens" /> : null}
        <Text form={form} name="description" label="Description" hint="For people; may be empty" />
      </div>
      {collectors.error && <ErrorBox error={collectors.error} what="The providers could not be read" onRetry={collectors.reload} />}
      <div class="operations-pair">
        <SelectField name="collector.provider" label="Provider" hint="Who is asked first" value={given} fault={form.faultOf('collector.provider')} options={[{ value: '', label: 'Choose…' }, ...missing, BUNDLE, ...names]} onValue={(value) => form.set('collector.provider', value)} />
        <Text form={form} name="collector.fallbacks" label="If it gives no answer" hint="Other providers in turn, with commas; 5 at most" />
      </div>
      {chosen && chosen.key === 'required' && !chosen.key_configured && <p class="dim">{chosen.title} wants a key, and this installation has none.</p>}
      <Text form={form} name="collector.location" label="Folder or zip" hint="Of a bundle; empty for most providers" />
      <div class="operations-pair">
        <Text form={form} name="datasets" label="Datasets" hint={`In the order of loading${chosen ? `; it has ${chosen.datasets.join(', ')}` : ''}`} />
        <Text form={form} name="assets.types" label="Types of assets" hint={chosen ? `Of ${chosen.asset_types.join(', ')}; empty: all` : 'Such as stock, etf; empty: all'} />
      </div>
      <Text form={form} name="assets.symbols" label="Symbols" hint="With commas or spaces, 5,000 at most; empty: every symbol that is known" />
      <div class="operations-pair">
        <SelectField name="mode.kind" label="Collects" value={form.values['mode.kind']} fault={form.faultOf('mode.kind')} options={[{ value: 'incremental', label: 'What is missing' }, { value: 'batch', label: 'A fixed range, whatever is there' }]} onValue={(value) => form.set('mode.kind', value)} />
        {form.values['mode.kind'] === 'batch' && (
          <>
            <Text form={form} name="mode.from" label="First date" hint="Empty: the beginning" type="date" />
            <Text form={form} name="mode.to" label="Last date" hint="Empty: the last closed session" type="date" />
          </>
        )}
      </div>
    </>
  )
}

const LimitFields = ({ form }: JobFields) => (
  <div class="operations-pair">
    <Text form={form} name="limits.max_items" label="Items" hint="1 to 100,000" />
    <Text form={form} name="limits.max_calls" label="Calls to providers" hint="1 to 1,000,000" />
    <Text form={form} name="limits.max_hours" label="Hours" hint="744 at most; then what has not ended is given up" />
  </div>
)
