/** Two answers beside each other. */
import { toNumber, type Recommendation } from '~/api'

export type WeightPair = { readonly symbol: string; readonly one: number; readonly other: number; readonly difference: number }

/** Weights of all assets that either holds, the largest difference first. */
export function weightPairs(one: Recommendation, other: Recommendation): readonly WeightPair[] {
  const [first, second] = [weightsOf(one), weightsOf(other)]
  return [...new Set([...first.keys(), ...second.keys()])]
    .map((symbol) => ({ symbol, one: first.get(symbol) ?? 0, other: second.get(symbol) ?? 0, difference: (second.get(symbol) ?? 0) - (first.get(symbol) ?? 0) }))
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.symbol.localeCompare(b.symbol))
}

const weightsOf = (recommendation: Recommendation): ReadonlyMap<string, number> => new Map(recommendation.positions.map((position) => [position.symbol, toNumber(position.allocation.percentage)]))

/** The part of the capital that both put into the same assets: the sum of the smaller weights. */
export const overlap = (pairs: readonly WeightPair[]): number => pairs.reduce((sum, pair) => sum + Math.min(pair.one, pair.other), 0)

/** Names of what was asked differently, as the API calls them; empty for the same question. */
export function questionDifferences(one: Recommendation, other: Recommendation): readonly { readonly name: string; readonly one: string; readonly other: string }[] {
  const [first, second] = [texts(one.request), texts(other.request)]
  return Object.keys(first).flatMap((name) => (first[name] === second[name] ? [] : [{ name, one: first[name] || 'none', other: second[name] || 'none' }]))
}

function texts(request: Recommendation['request']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => {
      if (name === 'current_holdings') return [name, request.current_holdings.map((held) => `${held.asset} ${held.shares}`).join(', ')]
      return [name, Array.isArray(value) ? value.join(', ') : String(value ?? '')]
    }),
  )
}

/** The ids of ?compare=ONE,OTHER, at most two. */
export const comparedIds = (query: URLSearchParams): readonly string[] => (query.get('compare') ?? '').split(',').filter(Boolean).slice(0, 2)

/** The same with one ticked or unticked; a third takes the place of the first. */
export const toggled = (ids: readonly string[], id: string): readonly string[] => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-2))
