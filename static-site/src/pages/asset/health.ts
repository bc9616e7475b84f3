import type { AssetGaps } from '~/api'
import { counted, formatDate, formatInteger } from '~/format'

export type Freshness = { readonly tone: 'good' | 'warn'; readonly text: string }

/** How new the newest bar is, as sessions that should have brought one and did not. */
export function freshnessOf(gaps: AssetGaps): Freshness {
  if (!gaps.last) return { tone: 'warn', text: 'No price yet' }
  if (gaps.stale_sessions > 0) return { tone: 'warn', text: `${counted(gaps.stale_sessions, 'session')} late: newest price of ${formatDate(gaps.last)}` }
  return { tone: 'good', text: `Up to date: ${formatDate(gaps.last)}` }
}

/** What the books hold of what they should, in words. */
export function completenessSentence(gaps: AssetGaps): string {
  if (gaps.expected === 0) return 'No session has been expected yet.'
  const range = `from ${formatDate(gaps.start)} to ${formatDate(gaps.end)}`
  if (gaps.missing === 0) return `Every one of ${counted(gaps.expected, 'session')} ${range} has a price.`
  return `${formatInteger(gaps.missing)} of ${counted(gaps.expected, 'session')} ${range} ${gaps.missing === 1 ? 'has' : 'have'} no price.`
}

/** The API writes instants for programs; a reader gets the minute. */
export const readable = (warning: string): string => warning.replaceAll(/(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z/g, '$1 $2 UTC')
