import { signal } from '@preact/signals'

export type Toast = { readonly id: number; readonly tone: 'done' | 'failed'; readonly text: string }

const SHOWN_MS = 6_000
const MOST = 4

/** What is shown at the edge and read out by screen readers, newest last. */
export const toasts = signal<readonly Toast[]>([])

let lastId = 0

/** Says that something was done, or was not, without taking the focus. */
export function toast(text: string, tone: Toast['tone'] = 'done'): void {
  const added = { id: ++lastId, tone, text }
  toasts.value = [...toasts.value, added].slice(-MOST)
  if (tone === 'done') setTimeout(() => dismiss(added.id), SHOWN_MS)
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((one) => one.id !== id)
}

/** What the live region reads out, such as how many rows a filter left. */
export const announcement = signal('')

export function announce(text: string): void {
  announcement.value = text
}
