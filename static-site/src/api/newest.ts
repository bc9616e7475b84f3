import { signal } from '@preact/signals'

/** Answers about now may be kept by the browser for so long. */
const KEPT_MS = 300_000

/** Rises when the books hold newer facts than before: what was asked about now is to be asked again. */
export const newestTurn = signal(0)

let known: string | undefined
let distrustedUntil = 0

/**
 * Says what the newest facts are, in words that change with them. After a change the browser's own copies may be older than the
 * books, so for as long as one could be kept the API is asked whether they still hold.
 *
 * @returns whether they changed
 */
export function noteNewest(facts: string, now = Date.now()): boolean {
  const hasChanged = known !== undefined && facts !== known
  known = facts
  if (hasChanged) {
    distrustedUntil = now + KEPT_MS
    newestTurn.value++
  }
  return hasChanged
}

/** Whether the browser's copies may be older than the books. */
export const areCopiesOld = (now = Date.now()): boolean => now < distrustedUntil
