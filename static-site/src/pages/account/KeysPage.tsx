import { useState } from 'preact/hooks'
import { readAll, type IssuedPartnerKey, type PartnerKey } from '~/api'
import { DataTable, Empty, Instant, Loaded, Panel, Skeleton, type Column } from '~/components'
import { counted } from '~/format'
import { query, setQuery } from '~/router'
import { useResource } from '~/state/resource'
import { AccountFrame } from './AccountFrame'
import { KeyForm } from './KeyForm'
import { NewKey } from './NewKey'

/** One's own keys for one's own programs. */
export default function KeysPage() {
  const keys = useResource('keys', (signal) => readAll('listKeys', {}, signal))
  const [issued, setIssued] = useState<IssuedPartnerKey>()
  const isMaking = query.value.get('new') === '1'
  const made = (key: IssuedPartnerKey): void => {
    setIssued(key)
    setQuery({ new: undefined })
    keys.reload()
  }
  return (
    <AccountFrame title="Partner keys" lead="A key lets a program of yours use the API in your name, with no more than you allow it.">
      {issued && <NewKey issued={issued} onDone={() => setIssued(undefined)} />}
      {isMaking && (
        <Panel title="A new key">
          <KeyForm onMade={made} onCancel={() => setQuery({ new: undefined })} />
        </Panel>
      )}
      <Panel title="Your keys" aside={!isMaking && <MakeButton />}>
        <Loaded of={keys} what="Your keys could not be read" skeleton={<Skeleton lines={6} />}>
          {(list) => (
            <DataTable
              caption={`${counted(list.total, 'key')}${list.isWhole ? '' : `, of which the first ${list.items.length}`}`}
              columns={COLUMNS}
              rows={list.items}
              rowKey={(key) => key.id}
              empty={
                <Empty title="You have no keys" action={!isMaking && <MakeButton />}>
                  One key for each program is good: it can be ended without touching the others.
                </Empty>
              }
            />
          )}
        </Loaded>
      </Panel>
      <p class="dim">
        <a href="/developers">How a key is used, with a first call in four languages</a>
      </p>
    </AccountFrame>
  )
}

const MakeButton = () => (
  <button type="button" class="button button-primary" onClick={() => setQuery({ new: '1' })}>
    Make a key
  </button>
)

const COLUMNS: readonly Column<PartnerKey>[] = [
  { id: 'name', label: 'Name', isRowHeader: true, sortBy: (key) => key.name, cell: (key) => <a href={`/account/keys/${key.id}`}>{key.name}</a> },
  { id: 'hint', label: 'Begins with', cell: (key) => <code>{key.hint}…</code> },
  { id: 'status', label: 'Status', sortBy: (key) => key.status, cell: (key) => <KeyStatus status={key.status} /> },
  { id: 'scopes', label: 'May', isMinor: true, cell: (key) => <span class="dim">{key.scopes.join(', ')}</span> },
  { id: 'used', label: 'Last used', firstSort: 'descending', sortBy: (key) => key.last_used_at, cell: (key) => (key.last_used_at ? <Instant at={key.last_used_at} isRelative /> : <span class="dim">never</span>) },
  { id: 'expires', label: 'Ends', isMinor: true, sortBy: (key) => key.expires_at, cell: (key) => (key.expires_at ? <Instant at={key.expires_at} /> : <span class="dim">does not end</span>) },
]

export function KeyStatus({ status }: { readonly status: PartnerKey['status'] }) {
  const looks = { live: { chip: 'chip-good', text: 'Counts' }, expired: { chip: 'chip-quiet', text: 'Ran out' }, revoked: { chip: 'chip-bad', text: 'Revoked' } } as const
  return <span class={`chip ${looks[status].chip}`}>{looks[status].text}</span>
}
