import { formatInteger } from './numbers'

/** What the API calls `economic_indicator` as a reader says it: Economic indicator. */
export function sentenceCase(name: string): string {
  const words = name.replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const ASSET_TYPES: Readonly<Record<string, string>> = { etf: 'ETF', forex: 'Currency pair', crypto: 'Crypto' }

export const assetTypeName = (type: string): string => ASSET_TYPES[type] ?? sentenceCase(type)

/** 1 row, 2 rows. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${formatInteger(count)} ${count === 1 ? one : many}`

/** A message of the API, which begins in lower case, as a sentence; names in it stay as they are. */
export const asSentence = (message: string): string => message.charAt(0).toUpperCase() + message.slice(1) + (/[.!?]$/.test(message) ? '' : '.')
