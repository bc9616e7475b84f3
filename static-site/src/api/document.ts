import { config } from '~/state/config'
import { ApiError } from './errors'

/** A JSON schema, as far as it is shown to a reader. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly description?: string
  readonly enum?: readonly (string | number | null)[]
  readonly $ref?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
}

export type DocumentParameter = { readonly name: string; readonly in: string; readonly description?: string; readonly required?: boolean; readonly schema?: Schema; readonly example?: unknown }

type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown; readonly examples?: Readonly<Record<string, { readonly value?: unknown }>> }>>

export type DocumentResponse = { readonly description?: string; readonly content?: Content; readonly $ref?: string }

export type DocumentOperation = {
  readonly operationId: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly DocumentParameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content?: Content }
  readonly responses: Readonly<Record<string, DocumentResponse>>
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
}

/** The API's description of itself. */
export type ApiDocument = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses?: Readonly<Record<string, DocumentResponse>>
  }
}

export const documentAddress = (): string => `${config.value.apiBase}/api/v1/openapi.json`

/** Its numbers are examples and bounds, so they need not be exact. */
export async function readDocument(signal: AbortSignal): Promise<ApiDocument> {
  const response = await fetch(documentAddress(), { signal, headers: { Accept: 'application/json' }, credentials: 'omit' }).catch((cause: unknown) => {
    throw failure('offline', 'The API did not answer. It may be stopped, or this device may be offline.', 0, cause)
  })
  const requestId = response.headers.get('X-Request-ID') ?? undefined
  if (!response.ok) throw failure('refused', `The API’s description answered ${response.status}.`, response.status, undefined, requestId)
  const document = (await response.json().catch(() => undefined)) as Partial<ApiDocument> | undefined
  if (!document?.paths || !document.components?.schemas) throw failure('unexpected', 'The API’s description is none.', response.status, undefined, requestId)
  return document as ApiDocument
}

const failure = (kind: ApiError['kind'], message: string, status: number, cause?: unknown, requestId?: string): ApiError =>
  new ApiError({ kind, code: kind === 'offline' ? 'OFFLINE' : 'DOCUMENT', message, status, cause, requestId })

const SCHEMAS = '#/components/schemas/'
const RESPONSES = '#/components/responses/'

/** A schema with what it refers to in its place; its name where it has one. */
export function resolved(schema: Schema, document: ApiDocument): { readonly schema: Schema; readonly name: string | undefined } {
  if (!schema.$ref?.startsWith(SCHEMAS)) return { schema, name: undefined }
  const name = schema.$ref.slice(SCHEMAS.length)
  const found = document.components.schemas[name] ?? {}
  return { schema: schema.description ? { ...found, description: schema.description } : found, name }
}

export const resolvedResponse = (response: DocumentResponse, document: ApiDocument): DocumentResponse =>
  (response.$ref?.startsWith(RESPONSES) ? document.components.responses?.[response.$ref.slice(RESPONSES.length)] : undefined) ?? response

/** What the document says of each field of a schema; empty where it has no such schema. */
export const fieldsOfSchema = (document: ApiDocument, name: string): readonly { readonly name: string; readonly text: string }[] =>
  Object.entries(document.components.schemas[name]?.properties ?? {}).map(([field, schema]) => ({ name: field, text: schema.description ?? '' }))
