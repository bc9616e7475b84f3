import { useEffect, useMemo } from 'preact/hooks'
import type { ApiDocument } from '~/api'
import { Empty, TextField } from '~/components'
import { counted, sentenceCase } from '~/format'
import { query, setQuery } from '~/router'
import { Operation } from './Operation'
import { groupsOf, type Listed } from './reference'

/** Every operation by what it is about; the one of the address is open. */
export function Reference({ document: api }: { readonly document: ApiDocument }) {
  const words = query.value.get('q') ?? ''
  const opened = query.value.get('operation')
  const groups = useMemo(() => groupsOf(api, words), [api, words])
  const total = groups.reduce((sum, group) => sum + group.operations.length, 0)
  useEffect(() => {
    if (opened) document.getElementById(`operation-${opened}`)?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div class="stack">
      <form class="filters" role="search" aria-label="Operations" onSubmit={(event) => event.preventDefault()}>
        <TextField name="q" type="search" label="Find an operation" placeholder="prices, POST, keys:manage" value={words} onValue={(q) => setQuery({ q })} />
        <p class="dim" role="status">
          {counted(total, 'operation')}
        </p>
      </form>
      {total === 0 && (
        <Empty
          title="No operation fits"
          action={
            <button type="button" class="button" onClick={() => setQuery({ q: undefined })}>
              Show all
            </button>
          }
        >
          Parts of addresses, names, scopes and summaries count.
        </Empty>
      )}
      {groups.map((group) => (
        <section key={group.name} class="developers-group" aria-labelledby={`tag-${group.name}`}>
          <h3 id={`tag-${group.name}`}>{sentenceCase(group.name)}</h3>
          {group.description && <p class="dim">{group.description}</p>}
          {group.operations.map((one) => (
            <Entry key={one.id} one={one} api={api} isOpen={one.id === opened} />
          ))}
        </section>
      ))}
    </div>
  )
}

/** Its content is made when it is opened: all at once would be thousands of rows. */
function Entry({ one, api, isOpen }: { readonly one: Listed; readonly api: ApiDocument; readonly isOpen: boolean }) {
  return (
    <details id={`operation-${one.id}`} class="developers-operation" open={isOpen}>
      <summary
        onClick={(event) => {
          // The address decides what is open, so that it can be linked to.
          event.preventDefault()
          setQuery({ operation: isOpen ? undefined : one.id })
        }}
      >
        <span class={`developers-method developers-${one.method.toLowerCase()}`}>{one.method}</span>
        <code class="developers-path">{one.path}</code>
        <span class="developers-summary">{one.operation.summary}</span>
      </summary>
      {isOpen && <Operation one={one} api={api} />}
    </details>
  )
}
