import { useRef, useState } from 'preact/hooks'
import { ask, newIdempotencyKey, type IssuedPartnerKey, type PartnerKey } from '~/api'
import { Dialog, ErrorBox, Figure, Figures, Instant, Loaded, Panel, SelectField, Skeleton, SkeletonBlock } from '~/components'
import { formatInteger } from '~/format'
import { navigate, type PageProps } from '~/router'
import { useAsk } from '~/state/resource'
import { toast } from '~/state/toasts'
import { AccountFrame } from './AccountFrame'
import { KeyStatus } from './KeysPage'
import { KeyUsage } from './KeyUsage'
import { NewKey } from './NewKey'
import { scopeName } from './words'

export default function KeyPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const key = useAsk('getKey', { id })
  const [issued, setIssued] = useState<IssuedPartnerKey>()
  return (
    <AccountFrame title={key.data?.data.name ?? 'Partner key'} lead="What this key may do, and what it was used for.">
      {issued && (
        <NewKey
          issued={issued}
          onDone={() => {
            setIssued(undefined)
            navigate(`/account/keys/${issued.details.id}`)
          }}
        />
      )}
      <Panel title="The key" aside={<a href="/account/keys">All keys</a>}>
        <Loaded of={key} what="The key could not be read" skeleton={<SkeletonBlock height={220} />}>
          {(answer) => <Details of={answer.data} onRotated={setIssued} onChanged={key.reload} />}
        </Loaded>
      </Panel>
      {key.data ? <KeyUsage id={id} /> : key.error ? null : <Skeleton lines={8} />}
    </AccountFrame>
  )
}

type DetailsProps = { readonly of: PartnerKey; readonly onRotated: (key: IssuedPartnerKey) => void; readonly onChanged: () => void }

function Details({ of: key, onRotated, onChanged }: DetailsProps) {
  const [opened, setOpened] = useState<'rotate' | 'revoke'>()
  const close = (): void => setOpened(undefined)
  return (
    <div class="stack">
      <Figures>
        <Figure label="Status" note={key.mode === 'test' ? 'for tests' : 'live'}>
          <KeyStatus status={key.status} />
        </Figure>
        <Figure label="Begins with">
          <code>{key.hint}…</code>
        </Figure>
        <Figure label="Last used" note={key.last_used_at ? 'to within a minute' : undefined}>
          {key.last_used_at ? <Instant at={key.last_used_at} isRelative /> : 'never'}
        </Figure>
        <Figure label={key.revoked_at ? 'Revoked' : 'Ends'}>{key.revoked_at ?? key.expires_at ? <Instant at={key.revoked_at ?? key.expires_at} /> : 'does not end'}</Figure>
        <Figure label="Made">
          <Instant at={key.created_at} />
        </Figure>
      </Figures>
      <div>
        <h3>May do</h3>
        <ul class="account-scopes">
          {key.scopes.map((scope) => (
            <li key={scope}>
              {scopeName(scope)} <code>{scope}</code>
            </li>
          ))}
        </ul>
      </div>
      <p>
        From: {key.addresses.length === 0 ? 'everywhere' : <code>{key.addresses.join(', ')}</code>}
      </p>
      {key.status === 'live' && (
        <div class="account-actions">
          <button type="button" class="button" onClick={() => setOpened('rotate')}>
            Rotate…
          </button>
          <button type="button" class="button button-danger" onClick={() => setOpened('revoke')}>
            Revoke…
          </button>
        </div>
      )}
      <RotateDialog of={key} isOpen={opened === 'rotate'} onClose={close} onRotated={onRotated} />
      <RevokeDialog of={key} isOpen={opened === 'revoke'} onClose={close} onRevoked={onChanged} />
    </div>
  )
}

const OVERLAPS = [
  { value: '0', label: 'Ends at once' },
  { value: '1', label: 'Counts for another hour' },
  { value: '24', label: 'Counts for another day' },
  { value: '168', label: 'Counts for another week' },
  { value: '720', label: 'Counts for another 30 days' },
] as const

type RotateProps = { readonly of: PartnerKey; readonly isOpen: boolean; readonly onClose: () => void; readonly onRotated: (key: IssuedPartnerKey) => void }

function RotateDialog({ of: key, isOpen, onClose, onRotated }: RotateProps) {
  const [hours, setHours] = useState<(typeof OVERLAPS)[number]['value']>('168')
  const intention = useRef(newIdempotencyKey())
  const act = useAct(async () => {
    const answer = await ask('rotateKey', { id: key.id }, { overlap_hours: Number(hours) }, { idempotencyKey: intention.current })
    intention.current = newIdempotencyKey()
    onClose()
    onRotated(answer.data)
  })
  const change = (next: typeof hours): void => {
    intention.current = newIdempotencyKey()
    setHours(next)
  }
  return (
    <Dialog title={`Rotate “${key.name}”`} isOpen={isOpen} onClose={onClose}>
      <div class="stack">
        <p>A new key with the same name and rights takes its place.</p>
        <SelectField name="overlap" label="The old key" value={hours} options={OVERLAPS} onValue={change} />
        {act.error !== undefined && <ErrorBox error={act.error} what="The key was not rotated" />}
        <div class="account-actions">
          <button type="button" class="button button-primary" disabled={act.isBusy} onClick={act.start}>
            Rotate
          </button>
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </div>
    </Dialog>
  )
}

type RevokeProps = { readonly of: PartnerKey; readonly isOpen: boolean; readonly onClose: () => void; readonly onRevoked: () => void }

function RevokeDialog({ of: key, isOpen, onClose, onRevoked }: RevokeProps) {
  const act = useAct(async () => {
    await ask('revokeKey', { id: key.id })
    toast(`“${key.name}” counts no more`)
    onClose()
    onRevoked()
  })
  return (
    <Dialog title={`Revoke “${key.name}”?`} isOpen={isOpen} onClose={onClose}>
      <div class="stack">
        <p>Whatever uses it is refused from now on. That cannot be undone{key.last_used_at ? <>; it was last used <Instant at={key.last_used_at} isRelative /></> : ' (it was never used)'}.</p>
        {act.error !== undefined && <ErrorBox error={act.error} what="The key was not revoked" />}
        <div class="account-actions">
          <button type="button" class="button button-danger" disabled={act.isBusy} onClick={act.start}>
            Revoke the key
          </button>
          <button type="button" class="button" onClick={onClose}>
            Keep it
          </button>
        </div>
      </div>
    </Dialog>
  )
}

export type Act = { readonly isBusy: boolean; readonly error: unknown; readonly start: () => void }

/** One thing that a button does: once at a time, with what went wrong. */
export function useAct(work: () => Promise<void>): Act {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const start = (): void => {
    setBusy(true)
    setError(undefined)
    work()
      .catch((thrown: unknown) => setError(thrown))
      .finally(() => setBusy(false))
  }
  return { isBusy, error, start }
}

export const callsText = (calls: number): string => `${formatInteger(calls)} ${calls === 1 ? 'call' : 'calls'}`
