import { OPERATIONS, type OperationId } from './generated/operations'
import type { DataOf } from './client'
import type { CompactSchema, Schemas } from './decode'
import { writeJson } from './json'

const DEEPEST = 24

/** An answer's data as the API wrote it, numbers digit by digit: for a file that somebody keeps. */
export async function jsonOf<Id extends OperationId>(id: Id, data: DataOf<Id>): Promise<string> {
  const { SCHEMAS } = await import('./generated/schemas')
  const numbers = new Set(numberPaths({ r: OPERATIONS[id].answer }, SCHEMAS).map((path) => path.replace(/^\.data/, '')))
  return writeJson(data, (path) => numbers.has(path))
}

/** Where a schema has numbers, such as .positions[].expected_return: there a decimal's text is a number. */
export function numberPaths(schema: CompactSchema, schemas: Schemas, path = '', depth = 0): readonly string[] {
  if (depth > DEEPEST) return []
  const deeper = (part: CompactSchema | undefined, at: string): readonly string[] => (part ? numberPaths(part, schemas, at, depth + 1) : [])
  const own = [schema.t ?? []].flat().includes('number') ? [path] : []
  return [
    ...own,
    ...(schema.r === undefined ? [] : deeper(schemas[schema.r], path)),
    ...[...(schema.o ?? []), ...(schema.a ?? [])].flatMap((part) => deeper(part, path)),
    ...deeper(schema.i, `${path}[]`),
    ...Object.entries(schema.p ?? {}).flatMap(([name, part]) => deeper(part, `${path}.${name}`)),
  ]
}
