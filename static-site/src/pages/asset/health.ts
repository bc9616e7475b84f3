import type { AssetGaps } from '~/api'
import { counted, formatDate, formatInteger } from '~/format'

export type Freshness = { readonly tone: 'good' | 'warn'; readonly text: string }

/** How new the newest bar is, as sessions that should have brought one and did not. */
export function freshnessOf(gaps: AssetGaps): Freshness {
  if (!gaps.last) return { tone: 'warn', text: 'No price yet' }
  if (gaps.stale_sessions > 0) return { tone: 'warn', text: `${counted(gaps.stale_sessions, 'session')} late: newest price of ${formatDate(gaps.last)}` }
  return { tone: 'good', text: `Up to date: ${formatDate(gaps.last)}` }
}

/** What the books hold of what they should, in words. @param isSeries  it has a value for each period instead of a price for each session */
export function completenessSentence(gaps: AssetGaps, isSeries = false): string {
  const [period, fact] = isSeries ? ['period', 'value'] : ['session', 'price']
  if (gaps.expected === 0) return `No ${period} has been expected yet.`
  const range = `from ${formatDate(gaps.start)} to ${formatDate(gaps.end)}`
  if (gaps.missing === 0) return `Every one of ${counted(gaps.expected, period)} ${range} has a ${fact}.`
  return `${formatInteger(gaps.missing)} of ${counted(gaps.expected, period)} ${range} ${gaps.missing === 1 ? 'has' : 'have'} no ${fact}.`
}

/** The API writes instants for programs; a reader gets the minute. */
export const readable = (warning: string): string => warning.replaceAll(/(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z/g, '$1 $2 UTC')
