import { useState } from 'preact/hooks'
import { ask, newIdempotencyKey, type CollectionJob } from '~/api'
import { Choice, Dialog, ErrorBox, FormSummary, TextField, useForm } from '~/components'
import { toast } from '~/state/toasts'

type Values = { readonly what: 'missing' | 'range'; readonly from: string; readonly to: string }

const check = (values: Values) => ({
  to: values.what === 'range' && values.from && values.to && values.from > values.to ? 'Not before the first date' : undefined,
})

/** Asks for a run now: of what is missing, or of a range of dates whatever is there. */
export function RunNow({ job, onAsked }: { readonly job: CollectionJob; readonly onAsked: (tick: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="button button-primary" onClick={() => setOpen(true)}>
        Run now
      </button>
      <Dialog title={`Run ${job.name} now`} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Order
          job={job}
          onAsked={(tick) => {
            setOpen(false)
            onAsked(tick)
          }}
        />
      </Dialog>
    </>
  )
}

function Order({ job, onAsked }: { readonly job: CollectionJob; readonly onAsked: (tick: string) => void }) {
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const form = useForm<Values>({ what: 'missing', from: '', to: '' }, check, async (values) => {
    const isRange = values.what === 'range'
    const answer = await ask('runCollectionJob', { name: job.name }, isRange ? { from: values.from || null, to: values.to || null } : undefined, { idempotencyKey }).finally(() => setKey(newIdempotencyKey()))
    toast('The run is asked for')
    onAsked(answer.data.scheduled_for)
  })
  return (
    <form class="form" onSubmit={form.submit} noValidate>
      <FormSummary faults={form.summary} />
      {form.error && form.error.fields.length === 0 && <ErrorBox error={form.error} what="The run was not asked for" />}
      <Choice
        label="What it asks for"
        value={form.values.what}
        options={[
          { value: 'missing', label: job.mode.kind === 'batch' ? 'As the job says' : 'What is missing' },
          { value: 'range', label: 'A range of dates' },
        ]}
        onValue={(what) => form.set('what', what)}
      />
      {form.values.what === 'range' && (
        <div class="operations-pair">
          <TextField name="from" label="First date" hint="Empty: the beginning" type="date" value={form.values.from} fault={form.faultOf('from')} onValue={(value) => form.set('from', value)} onLeave={() => form.touch('from')} />
          <TextField name="to" label="Last date" hint="Empty: the last closed session" type="date" value={form.values.to} fault={form.faultOf('to')} onValue={(value) => form.set('to', value)} onLeave={() => form.touch('to')} />
        </div>
      )}
      <p class="dim">Where the books lack nothing, there will be no run.</p>
      <div class="operations-actions">
        <button type="submit" class="button button-primary" disabled={form.isSending}>
          Start the run
        </button>
      </div>
    </form>
  )
}
