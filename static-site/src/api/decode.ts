import { isDecimal } from './decimal'
import { numberText, type Json } from './json'

/**
 * A schema of the OpenAPI document in short keys: t type, e enum, i items, p properties, q required, v other properties,
 * r another schema's name, o one of, a all of. Written by scripts/generate-api.mjs.
 */
export type CompactSchema = {
  readonly t?: string | readonly string[]
  readonly e?: readonly unknown[]
  readonly i?: CompactSchema
  readonly p?: Readonly<Record<string, CompactSchema>>
  readonly q?: readonly string[]
  readonly v?: CompactSchema
  readonly r?: string
  readonly o?: readonly CompactSchema[]
  readonly a?: readonly CompactSchema[]
}

export type Schemas = Readonly<Record<string, CompactSchema>>

/** An answer that is not what the API's own document promises. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly path: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`the answer's ${path || 'body'} is ${found}; expected: ${expected}`)
    this.name = 'UnexpectedAnswer'
  }
}

const LONGEST_QUOTE = 40

/**
 * Checks a parsed answer against a schema and makes its values: integers numbers, other numbers `Decimal`. Unknown fields
 * are dropped, so that an API that says more does not break a page.
 */
export function decode(value: Json | undefined, schema: CompactSchema, schemas: Schemas, path = ''): unknown {
  if (schema.r !== undefined) return decode(value, named(schemas, schema.r), schemas, path)
  if (schema.o) return decodeOneOf(value, schema.o, schemas, path)
  if (schema.a) return Object.assign({}, ...schema.a.map((part) => decode(value, part, schemas, path)))
  const decoded = decodeByType(value, schema, schemas, path)
  if (schema.e && !schema.e.includes(decoded)) throw unexpected(path, schema.e.map((one) => JSON.stringify(one)).join(', '), value)
  return decoded
}

function named(schemas: Schemas, name: string): CompactSchema {
  const schema = schemas[name]
  if (!schema) throw new Error(`no schema ${name}; run: npm run generate`)
  return schema
}

function decodeOneOf(value: Json | undefined, choices: readonly CompactSchema[], schemas: Schemas, path: string): unknown {
  const allowed = choices.filter((choice) => value !== null || choice.t === 'null')
  let first: unknown
  for (const choice of allowed) {
    try {
      return decode(value, choice, schemas, path)
    } catch (failure) {
      first ??= failure
    }
  }
  throw first ?? unexpected(path, 'one of several forms', value)
}

function decodeByType(value: Json | undefined, schema: CompactSchema, schemas: Schemas, path: string): unknown {
  const types = typesOf(schema)
  if (types.length === 0) return plain(value)
  if (value === null && types.includes('null')) return null
  for (const type of types) {
    const fits = decodeAs(type, value, schema, schemas, path)
    if (fits !== undefined) return fits
  }
  throw unexpected(path, types.join(' or '), value)
}

function typesOf(schema: CompactSchema): readonly string[] {
  if (schema.t !== undefined) return typeof schema.t === 'string' ? [schema.t] : schema.t
  return schema.p || schema.v ? ['object'] : []
}

/** undefined where the value is of another type. */
function decodeAs(type: string, value: Json | undefined, schema: CompactSchema, schemas: Schemas, path: string): unknown {
  const number = numberText(value)
  switch (type) {
    case 'string':
      return typeof value === 'string' && number === undefined ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'integer':
      return number !== undefined && Number.isSafeInteger(Number(number)) ? Number(number) : undefined
    case 'number':
      return number !== undefined && isDecimal(number) ? number : undefined
    case 'array':
      return Array.isArray(value) ? value.map((one, i) => decode(one, schema.i ?? {}, schemas, `${path}[${i}]`)) : undefined
    case 'object':
      return isObject(value) ? decodeObject(value, schema, schemas, path) : undefined
    default:
      return undefined
  }
}

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function decodeObject(value: { readonly [name: string]: Json }, schema: CompactSchema, schemas: Schemas, path: string): unknown {
  for (const name of schema.q ?? []) {
    if (value[name] === undefined) throw new UnexpectedAnswer(`${path}.${name}`, 'a value', 'missing')
  }
  if (!schema.p && !schema.v) return plain(value)
  const decoded: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(value)) {
    const own = schema.p?.[name] ?? schema.v
    if (own) decoded[name] = decode(field, own, schemas, `${path}.${name}`)
  }
  return decoded
}

/** What the document leaves open: numbers as JavaScript has them. */
function plain(value: Json | undefined): unknown {
  const number = numberText(value)
  if (number !== undefined) return Number(number)
  if (Array.isArray(value)) return value.map(plain)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]))
  return value
}

function unexpected(path: string, expected: string, value: Json | undefined): UnexpectedAnswer {
  const text = value === undefined ? 'missing' : (JSON.stringify(plain(value)) ?? 'missing')
  return new UnexpectedAnswer(path.replace(/^\./, ''), expected, text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text)
}
