/** What else the same candidates could have been made into. */
import { toNumber, type PortfolioSummary, type RecommendationFrontier } from '~/api'
import type { Dot, Place } from '~/charts'
import { formatPercent } from '~/format'

/** So many of the held assets are named in the picture; all are in the table of positions. */
const NAMED = 6

const percent = (value: number): string => formatPercent(value, 1)

/** Return against risk, as the picture wants it. */
export const lineOf = (frontier: RecommendationFrontier): readonly Place[] => frontier.points.map((point) => ({ x: toNumber(point.volatility), y: toNumber(point.expected_return) }))

/** The portfolio itself lies on top, so it comes last. */
export function dotsOf(frontier: RecommendationFrontier, own: Place): readonly Dot[] {
  const assets = frontier.assets.map((asset) => ({ name: asset.symbol, weight: toNumber(asset.weight), x: toNumber(asset.volatility), y: toNumber(asset.expected_return) }))
  const named = new Set(
    assets
      .filter((asset) => asset.weight > 0)
      .sort((one, other) => other.weight - one.weight)
      .slice(0, NAMED)
      .map((asset) => asset.name),
  )
  const dots = assets.map(({ name, weight, x, y }): Dot => ({ name, x, y, kind: weight > 0 ? 'strong' : 'faint', ...(named.has(name) ? { label: name } : {}) }))
  return [...dots.filter((dot) => dot.kind === 'faint'), ...dots.filter((dot) => dot.kind === 'strong'), { ...own, name: 'This portfolio', kind: 'own' }]
}

export const ownPlace = (summary: PortfolioSummary): Place => ({ x: toNumber(summary.portfolio_risk), y: toNumber(summary.expected_return) })

/**
 * The return on the line at a swing; straight between its points, which is a little less than the curve has. Undefined left of the
 * line; its greatest return right of it.
 */
export function returnAt(line: readonly Place[], swing: number): number | undefined {
  const first = line[0]
  const last = line.at(-1)
  if (!first || !last || swing < first.x) return undefined
  for (const [i, to] of line.entries()) {
    const from = line[i - 1]
    if (from && swing <= to.x) return to.x > from.x ? from.y + ((swing - from.x) / (to.x - from.x)) * (to.y - from.y) : to.y
  }
  return last.y
}

/** What the picture says. */
export function frontierSentence(line: readonly Place[], own: Place): string {
  const [calm, bold] = [line[0], line.at(-1)]
  if (!calm || !bold) return ''
  const range = `The same assets, within the same limits, reach from ${percent(calm.y)} a year with a swing of ${percent(calm.x)} to ${percent(bold.y)} with ${percent(bold.x)}.`
  const most = returnAt(line, own.x)
  if (most === undefined) return `${range} This portfolio swings less than the calmest of them, since part of it is cash.`
  const missed = most - own.y
  return missed < 0.0005 ? `${range} This portfolio lies on that line, as near as whole shares come.` : `${range} At this portfolio's swing the line has ${percent(most)}; ${percent(missed)} of that is the price of whole shares, of cash, and of few positions.`
}
