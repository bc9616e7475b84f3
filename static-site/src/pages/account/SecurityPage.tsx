import { useState } from 'preact/hooks'
import { ask, endSession, session, type Session } from '~/api'
import { DataTable, Empty, ErrorBox, FormSummary, Instant, Loaded, Panel, Skeleton, TextField, useForm, type Column } from '~/components'
import { counted } from '~/format'
import { navigate } from '~/router'
import { useAsk } from '~/state/resource'
import { toast } from '~/state/toasts'
import { AccountFrame, FormError } from './AccountFrame'
import { anyPasswordFault, newPasswordFault, sameFault } from './checks'
import { endReason } from './words'

export default function SecurityPage() {
  return (
    <AccountFrame title="Password and sessions" lead="Where you are signed in, and how you sign in.">
      <Sessions />
      <PasswordPanel />
    </AccountFrame>
  )
}

function Sessions() {
  const sessions = useAsk('listSessions', {})
  const [error, setError] = useState<unknown>()
  const [ending, setEnding] = useState<string>()
  const end = (id: string): void => {
    setEnding(id)
    setError(undefined)
    ask('endSession', { id })
      .then(() => {
        toast('Session ended')
        if (id !== session.value?.session_id) return sessions.reload()
        endSession()
        return navigate('/account')
      }, setError)
      .finally(() => setEnding(undefined))
  }
  return (
    <Panel title="Sessions">
      {error !== undefined && <ErrorBox error={error} what="The session could not be ended" />}
      <Loaded of={sessions} what="Your sessions could not be read" skeleton={<Skeleton lines={6} />}>
        {(answer) => (
          <DataTable
            caption={`${counted(answer.data.filter((one) => !one.ended_at).length, 'open session')}; ended ones stay listed for 30 days`}
            columns={columns(ending, end)}
            rows={answer.data}
            rowKey={(one) => one.id}
            firstRows={20}
            empty={<Empty title="No sessions are kept here">Who signs in elsewhere has his sessions there.</Empty>}
          />
        )}
      </Loaded>
      <p class="dim">A session that is ended cannot be renewed; what it was given before counts for 15 minutes at most.</p>
    </Panel>
  )
}

const columns = (ending: string | undefined, end: (id: string) => void): readonly Column<Session>[] => [
  { id: 'started', label: 'Signed in', isRowHeader: true, firstSort: 'descending', sortBy: (one) => one.started_at, cell: (one) => <Instant at={one.started_at} /> },
  { id: 'refreshed', label: 'Last renewed', sortBy: (one) => one.refreshed_at, cell: (one) => <Instant at={one.refreshed_at} isRelative /> },
  { id: 'ends', label: 'Ends at the latest', isMinor: true, sortBy: (one) => one.ends_at, cell: (one) => <Instant at={one.ends_at} /> },
  { id: 'status', label: 'Status', cell: (one) => <Status of={one} /> },
  {
    id: 'end',
    label: 'End',
    headHidden: true,
    cell: (one) =>
      one.ended_at ? null : (
        <button type="button" class="button button-small" disabled={ending !== undefined} onClick={() => end(one.id)}>
          {one.id === session.value?.session_id ? 'Sign out' : 'End'}
          <span class="visually-hidden"> the session begun {one.started_at}</span>
        </button>
      ),
  },
]

function Status({ of: one }: { readonly of: Session }) {
  if (one.ended_at) {
    return (
      <span class={one.end_reason === 'token_reused' ? 'chip chip-warn' : 'chip chip-quiet'}>Ended{one.end_reason ? `: ${endReason(one.end_reason)}` : ''}</span>
    )
  }
  return one.id === session.value?.session_id ? <span class="chip chip-good">This tab</span> : <span class="chip">Open</span>
}

function PasswordPanel() {
  const form = useForm(
    { current_password: '', new_password: '', again: '' },
    (values) => ({ current_password: anyPasswordFault(values.current_password), new_password: newPasswordFault(values.new_password), again: sameFault(values.again, values.new_password) }),
    async ({ current_password, new_password }) => {
      const answer = await ask('changePassword', {}, { current_password, new_password })
      endSession()
      toast(`Password changed; ${counted(answer.data.sessions_ended, 'session')} ended. Sign in with the new one.`)
      navigate('/account')
    },
  )
  return (
    <Panel title="Change the password">
      <form class="form" noValidate onSubmit={form.submit}>
        <FormSummary faults={form.summary} />
        <FormError error={form.error} fields={['current_password', 'new_password']} />
        <TextField name="current_password" type="password" label="Present password" autocomplete="current-password" isRequired value={form.values.current_password} onValue={(value) => form.set('current_password', value)} fault={form.faultOf('current_password')} />
        <TextField name="new_password" type="password" label="New password" autocomplete="new-password" isRequired hint="At least 12 characters of whatever kind" value={form.values.new_password} onValue={(value) => form.set('new_password', value)} onLeave={() => form.touch('new_password')} fault={form.faultOf('new_password')} />
        <TextField name="again" type="password" label="New password once more" autocomplete="new-password" isRequired value={form.values.again} onValue={(value) => form.set('again', value)} onLeave={() => form.touch('again')} fault={form.faultOf('again')} />
        <div class="account-actions">
          <button type="submit" class="button button-primary" disabled={form.isSending}>
            {form.isSending ? 'Changing…' : 'Change the password'}
          </button>
          <span class="dim">Ends all your sessions, this one too.</span>
        </div>
      </form>
    </Panel>
  )
}
