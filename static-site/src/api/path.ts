import { OPERATIONS, type OperationId, type Operations } from './generated/operations'

/** An operation's path with its parameters, from the API's address on; what is absent or empty is left out. */
export function pathOf<Id extends OperationId>(id: Id, parameters: Operations[Id]['parameters']): string {
  const operation = OPERATIONS[id]
  const values = parameters as Readonly<Record<string, unknown>>
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const query = new URLSearchParams()
  for (const name of operation.query as readonly string[]) {
    const value = values[name]
    if (value !== undefined && value !== null && value !== '') query.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
