import { fieldsOfSchema, readDocument } from '~/api'
import { DataTable, Loaded, SkeletonBlock, type Column } from '~/components'
import { useResource } from '~/state/resource'

type Signal = { readonly name: string; readonly text: string }

/** The API says itself what each of its signals is, so that this list cannot fall behind it. */
export function SignalTable() {
  const document = useResource('openapi', readDocument)
  return (
    <>
      <p>Numbers computed for an asset and a session, on split-adjusted prices up to and including that session, and from texts that could be used by then. Empty while the history is too short; never filled with zero.</p>
      <Loaded of={document} what="The definitions could not be read" skeleton={<SkeletonBlock height={900} />}>
        {(api) => <DataTable caption="Signals, as the API defines them" columns={COLUMNS} rows={fieldsOfSchema(api, 'SignalFields').filter((field) => field.name !== 'date')} rowKey={(signal) => signal.name} />}
      </Loaded>
    </>
  )
}

const COLUMNS: readonly Column<Signal>[] = [
  { id: 'name', label: 'Signal', isRowHeader: true, sortBy: (signal) => signal.name, cell: (signal) => <code>{signal.name}</code> },
  { id: 'text', label: 'What it is, and its unit', cell: (signal) => <span class="numbers-text">{signal.text}</span> },
]
