import { useState } from 'preact/hooks'
import type { ApiDocument, DocumentParameter, Schema } from '~/api'
import { CopyButton, DataTable, type Column } from '~/components'
import { boundsText, fieldsOf, outcomesOf, samplesOf, typeText, type FieldRow, type Listed, type Outcome, type Sample } from './reference'

/** One operation: who may, what it takes, what it answers, each with an example where the document has one. */
export function Operation({ one, api }: { readonly one: Listed; readonly api: ApiDocument }) {
  const { operation } = one
  const parameters = operation.parameters ?? []
  const bodies = samplesOf(operation.requestBody?.content)
  return (
    <div class="developers-details">
      {operation.description && <p>{operation.description}</p>}
      <p>
        <span class="chip">Needs {one.access}</span> <code>{one.id}</code>
      </p>
      {parameters.length > 0 && <DataTable caption="Parameters" columns={parameterColumns(api)} rows={parameters} rowKey={(parameter) => `${parameter.in} ${parameter.name}`} />}
      {bodies.map((body) => (
        <Body key={body.type} title={`Body, ${body.type}${operation.requestBody?.required ? '' : ', may be left out'}`} body={body} api={api} />
      ))}
      <h4>Answers</h4>
      {outcomesOf(operation, api).map((outcome) => (
        <Answer key={outcome.status} outcome={outcome} api={api} />
      ))}
    </div>
  )
}

const parameterColumns = (api: ApiDocument): readonly Column<DocumentParameter>[] => [
  { id: 'name', label: 'Name', isRowHeader: true, cell: (one) => <code>{one.name}</code> },
  { id: 'in', label: 'In', isMinor: true, cell: (one) => <span class="dim">{one.in}{one.required ? ', needed' : ''}</span> },
  {
    id: 'type',
    label: 'Type',
    cell: (one) => (
      <>
        {one.schema ? typeText(one.schema, api) : 'text'}
        {boundsText(one.schema) && <span class="dim">; {boundsText(one.schema)}</span>}
      </>
    ),
  },
  { id: 'description', label: 'What', cell: (one) => <span class="developers-text">{one.description}</span> },
]

function Body({ title, body, api }: { readonly title: string; readonly body: Sample; readonly api: ApiDocument }) {
  return (
    <div class="developers-body">
      <h4>{title}</h4>
      {body.schema && <Fields schema={body.schema} api={api} depth={0} caption={title} />}
      <Example text={body.text} what={title} />
    </div>
  )
}

function Answer({ outcome, api }: { readonly outcome: Outcome; readonly api: ApiDocument }) {
  const isGood = outcome.status.startsWith('2')
  const [isOpen, setOpen] = useState(isGood)
  return (
    <details class="developers-answer-of" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class={`chip ${isGood ? 'chip-good' : 'chip-quiet'}`}>{outcome.status}</span> {outcome.description}
      </summary>
      {isOpen && outcome.samples.map((sample) => (
        <div key={sample.type} class="developers-body">
          <p class="dim">{sample.type}</p>
          {sample.schema && isGood && <Fields schema={sample.schema} api={api} depth={0} caption={`Fields of ${outcome.status}, ${sample.type}`} />}
          <Example text={sample.text} what={`${outcome.status}, ${sample.type}`} />
        </div>
      ))}
    </details>
  )
}

function Example({ text, what }: { readonly text: string; readonly what: string }) {
  if (!text) return null
  return (
    <div class="developers-program">
      <div class="developers-copy">
        <span class="dim">Example</span>
        <CopyButton text={text} label={`Copy the example of ${what}`} />
      </div>
      <pre class="developers-answer" tabIndex={0} aria-label={`Example of ${what}`}>
        {text}
      </pre>
    </div>
  )
}

/** Deep enough for all that the document has; a schema that holds itself stops here. */
const MOST_DEPTH = 8

type FieldsProps = { readonly schema: Schema; readonly api: ApiDocument; readonly depth: number; readonly caption: string }

/** An object's fields; those that have fields themselves open in place. */
function Fields({ schema, api, depth, caption }: FieldsProps) {
  const rows = fieldsOf(schema, api)
  if (rows.length === 0) return <p class="dim">{typeText(schema, api)}</p>
  return (
    <ul class="developers-fields" aria-label={caption}>
      {rows.map((row) => (
        <li key={row.name}>
          <FieldLine row={row} api={api} depth={depth} />
        </li>
      ))}
    </ul>
  )
}

function FieldLine({ row, api, depth }: { readonly row: FieldRow; readonly api: ApiDocument; readonly depth: number }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <p>
        <code class="developers-name">{row.name}</code>{' '}
        <span class="dim">
          {row.type}
          {row.bounds && `; ${row.bounds}`}
          {!row.isRequired && '; may be missing'}
        </span>
      </p>
      {row.description && <p class="developers-text">{row.description}</p>}
      {row.inner && depth < MOST_DEPTH && (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>Fields of {row.name}</summary>
          {isOpen && <Fields schema={row.inner} api={api} depth={depth + 1} caption={`Fields of ${row.name}`} />}
        </details>
      )}
    </>
  )
}
