import type { CollectionRun, CollectorQuota } from '~/api'
import { counted, formatInteger, sentenceCase } from '~/format'

export type Tone = 'good' | 'warn' | 'bad' | 'quiet'

const TONES: Readonly<Record<string, Tone>> = {
  succeeded: 'good', loaded: 'good', released: 'good', closed: 'good', up: 'good',
  partial: 'warn', half_open: 'warn', waiting: 'warn', degraded: 'warn',
  failed: 'bad', open: 'bad', down: 'bad',
}

/** How a state is coloured; its word stands beside the colour always. */
export const toneOf = (state: string): Tone => TONES[state] ?? 'quiet'

const TRIGGERS: Readonly<Record<CollectionRun['trigger'], string>> = {
  schedule: 'by its schedule',
  manual: 'by a person',
  backfill: 'by a person, for a range of dates',
  dependency: 'after another run',
}

export const triggerInWords = (trigger: string): string => TRIGGERS[trigger as CollectionRun['trigger']] ?? sentenceCase(trigger)

const PERIODS: Readonly<Record<number, string>> = { 1: 'a second', 60: 'a minute', 3600: 'an hour', 86400: 'a day', 604800: 'a week' }

/** 25 calls a day. */
export const quotaInWords = ({ calls, seconds }: CollectorQuota): string => `${counted(calls, 'call')} ${PERIODS[seconds] ?? periodInWords(seconds)}`

function periodInWords(seconds: number): string {
  if (seconds % 86400 === 0) return `in ${seconds / 86400} days`
  if (seconds % 3600 === 0) return `in ${seconds / 3600} hours`
  if (seconds % 60 === 0) return `in ${seconds / 60} minutes`
  return `in ${counted(seconds, 'second')}`
}

/** "3 loaded, 1 failed", the largest first. */
export function countsInWords(counts: Readonly<Record<string, number>>): string {
  return entriesOf(counts).map(([name, count]) => `${formatInteger(count)} ${name.replaceAll('_', ' ')}`).join(', ')
}

/** Counts that are not 0, the largest first. */
export const entriesOf = (counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
  Object.entries(counts).filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one)

/** A subject such as job:daily-prices, taken apart. */
export function subjectOf(subject: string): { readonly kind: string; readonly name: string } {
  const at = subject.indexOf(':')
  return at < 0 ? { kind: '', name: subject } : { kind: subject.slice(0, at), name: subject.slice(at + 1) }
}
