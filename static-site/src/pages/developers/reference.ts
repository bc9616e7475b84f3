import { resolved, resolvedResponse, type ApiDocument, type DocumentOperation, type Schema } from '~/api'

export type Listed = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly operation: DocumentOperation
  readonly access: string
}

export type Group = { readonly name: string; readonly description: string; readonly operations: readonly Listed[] }

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Operations by tag, in the document's order; `words` narrows them by address, name and summary. */
export function groupsOf(document: ApiDocument, words: string): readonly Group[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method]
      return operation ? [listed(method, path, operation)] : []
    }),
  )
  const found = all.filter((one) => fits(one, words))
  const described = new Map((document.tags ?? []).map((tag) => [tag.name, tag.description ?? '']))
  const names = [...new Set([...described.keys(), ...found.map(tagOf)])]
  return names.flatMap((name) => {
    const operations = found.filter((one) => tagOf(one) === name)
    return operations.length > 0 ? [{ name, description: described.get(name) ?? '', operations }] : []
  })
}

const tagOf = (one: Listed): string => one.operation.tags?.[0] ?? 'other'

const listed = (method: string, path: string, operation: DocumentOperation): Listed => ({ id: operation.operationId, method: method.toUpperCase(), path, operation, access: accessOf(operation) })

function fits(one: Listed, words: string): boolean {
  const text = `${one.method} ${one.path} ${one.id} ${one.operation.summary ?? ''} ${one.access}`.toLowerCase()
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word))
}

/** Who may call it, in words: the scope, or that it is open to all. */
export function accessOf(operation: DocumentOperation): string {
  const security = operation.security ?? []
  if (security.length === 0) return 'open to all'
  const scopes = [...new Set(security.flatMap((one) => Object.values(one).flat()))]
  const isOpen = security.some((one) => Object.keys(one).length === 0)
  return isOpen ? `${scopes.join(', ')}, also without a key` : scopes.join(', ')
}

/** A type as people write it: "list of Article", "text (date), may be null". */
export function typeText(given: Schema, document: ApiDocument): string {
  const { schema, name } = resolved(given, document)
  if (name) return name
  const parts = schema.anyOf ?? schema.allOf
  if (parts) return parts.map((part) => typeText(part, document)).join(schema.anyOf ? ' or ' : ' and ')
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? (schema.properties ? ['object'] : []))
  const words = types.filter((type) => type !== 'null').map((type) => wordOf(type, schema, document))
  return `${words.join(' or ') || 'anything'}${types.includes('null') ? ', may be null' : ''}`
}

function wordOf(type: string, schema: Schema, document: ApiDocument): string {
  if (schema.enum) return schema.enum.filter((one) => one !== null).map(String).join(' | ')
  if (type === 'array') return `list of ${schema.items ? typeText(schema.items, document) : 'anything'}`
  if (type === 'object') return schema.additionalProperties && schema.additionalProperties !== true ? `map of ${typeText(schema.additionalProperties, document)}` : 'object'
  const word = { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false' }[type] ?? type
  return schema.format && schema.format !== 'double' ? `${word} (${schema.format})` : word
}

/** What bounds it, such as "1 to 200, default 50". */
export function boundsText(schema: Schema | undefined): string {
  if (!schema) return ''
  const low = schema.minimum ?? schema.minLength
  const high = schema.maximum ?? schema.maxLength
  const unit = schema.minimum === undefined && schema.maximum === undefined ? ' characters' : ''
  const range = low !== undefined && high !== undefined ? `${low} to ${high}${unit}` : low !== undefined ? `${low}${unit} or more` : high !== undefined ? `at most ${high}${unit}` : ''
  return [range, schema.default === undefined || schema.default === null ? '' : `default ${String(schema.default)}`].filter(Boolean).join(', ')
}

export type FieldRow = { readonly name: string; readonly type: string; readonly isRequired: boolean; readonly description: string; readonly bounds: string; readonly inner: Schema | undefined }

/** The fields of an object, or of a list's items. */
export function fieldsOf(given: Schema, document: ApiDocument): readonly FieldRow[] {
  const { schema } = resolved(itemOf(given, document), document)
  const merged = schema.allOf ? schema.allOf.map((part) => resolved(part, document).schema) : [schema]
  return merged.flatMap((part) =>
    Object.entries(part.properties ?? {}).map(([name, field]) => ({
      name,
      type: typeText(field, document),
      isRequired: part.required?.includes(name) ?? false,
      description: resolved(field, document).schema.description ?? '',
      bounds: boundsText(field),
      inner: hasFields(field, document) ? field : undefined,
    })),
  )
}

/** What lists and maps are made of; a choice with null is what else it may be. */
function itemOf(given: Schema, document: ApiDocument): Schema {
  const { schema } = resolved(given, document)
  if (schema.items) return itemOf(schema.items, document)
  if (schema.additionalProperties && schema.additionalProperties !== true) return itemOf(schema.additionalProperties, document)
  const choice = schema.anyOf?.find((part) => part.type !== 'null')
  return choice ? itemOf(choice, document) : given
}

const hasFields = (given: Schema, document: ApiDocument): boolean => {
  const { schema } = resolved(itemOf(given, document), document)
  return Object.keys(schema.properties ?? {}).length > 0 || schema.allOf !== undefined
}

export type Sample = { readonly name: string; readonly type: string; readonly text: string; readonly schema: Schema | undefined }

const shown = (example: unknown): string => (typeof example === 'string' ? example : JSON.stringify(example, null, 2))

type ContentOf = NonNullable<NonNullable<DocumentOperation['requestBody']>['content']>

/** Each kind of content with its example. */
export function samplesOf(content: ContentOf | undefined): readonly Sample[] {
  return Object.entries(content ?? {}).map(([type, one]) => {
    const example = one.example ?? Object.values(one.examples ?? {})[0]?.value
    return { name: type, type, text: example === undefined ? '' : shown(example), schema: one.schema }
  })
}

export type Outcome = { readonly status: string; readonly description: string; readonly samples: readonly Sample[] }

/** Answers by status, the good ones first. */
export function outcomesOf(operation: DocumentOperation, document: ApiDocument): readonly Outcome[] {
  return Object.entries(operation.responses)
    .map(([status, given]) => {
      const response = resolvedResponse(given, document)
      return { status, description: response.description ?? '', samples: samplesOf(response.content) }
    })
    .sort((one, other) => one.status.localeCompare(other.status))
}
