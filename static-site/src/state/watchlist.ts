import { computed, signal } from '@preact/signals'
import { recallList, remember } from './storage'

const MOST = 200

const kept = signal<readonly string[]>(recallList('watchlist'))

/** Symbols that the reader marked, in this browser alone; oldest first. */
export const watchlist = computed(() => kept.value)

export const isWatched = (symbol: string): boolean => kept.value.includes(symbol)

export function toggleWatched(symbol: string): void {
  const next = isWatched(symbol) ? kept.value.filter((one) => one !== symbol) : [...kept.value, symbol].slice(-MOST)
  kept.value = next
  remember('watchlist', next)
}
