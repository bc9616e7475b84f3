import { OPERATIONS, type OperationId, type PartnerKeyUsage } from '~/api'
import { plusDays } from '~/format'

export type DayOfUse = { readonly day: string; readonly calls: number }

const MOST_DAYS = 400

/** One entry for each day from the first to the last; the API leaves days without calls out. */
export function callsByDay(usage: Pick<PartnerKeyUsage, 'start' | 'end' | 'lines'>): readonly DayOfUse[] {
  const counted = new Map<string, number>()
  for (const line of usage.lines) counted.set(line.day, (counted.get(line.day) ?? 0) + line.calls)
  const days: DayOfUse[] = []
  for (let day = usage.start; day <= usage.end && days.length < MOST_DAYS; day = plusDays(day, 1)) days.push({ day, calls: counted.get(day) ?? 0 })
  return days
}

/** @param operation method and route, as the API counts them */
export type OperationUse = { readonly operation: string; readonly calls: number }

/** The operation of the reference that a method and route belong to; undefined where the reference has none. */
export const referenceOf = (operation: string): OperationId | undefined => (Object.keys(OPERATIONS) as OperationId[]).find((id) => `${OPERATIONS[id].method} ${OPERATIONS[id].path}` === operation)

/** Most used first; equal ones by name. */
export function callsByOperation(lines: PartnerKeyUsage['lines']): readonly OperationUse[] {
  const counted = new Map<string, number>()
  for (const line of lines) counted.set(line.operation, (counted.get(line.operation) ?? 0) + line.calls)
  return [...counted]
    .map(([operation, calls]) => ({ operation, calls }))
    .sort((one, other) => other.calls - one.calls || one.operation.localeCompare(other.operation))
}
