/** Risk in words and numbers. */
import { toNumber, type Position, type PortfolioSummary, type Projection } from '~/api'
import { formatDate, formatMoney, formatPercent } from '~/format'

/** How a loss of a share of the capital reads: in money, since nobody lives on percentages. */
const inMoney = (share: number, capital: number, currency: string): string => formatMoney(Math.abs(share) * capital, currency, 0)

/** What could happen, most ordinary first; each sentence has its number. */
export function riskSentences(summary: PortfolioSummary, capital: number, currency: string): readonly string[] {
  const money = (share: number): string => inMoney(share, capital, currency)
  const day = toNumber(summary.value_at_risk)
  const tail = toNumber(summary.conditional_value_at_risk)
  const fall = toNumber(summary.max_drawdown)
  const shock = summary.market_shock
  return [
    `On one day of twenty it would have lost more than ${money(day)} (${formatPercent(day, 1)}); on those days ${money(tail)} (${formatPercent(tail, 1)}) on average.`,
    `From its worst high since ${formatDate(summary.common_from)} it would have fallen by ${money(fall)} (${formatPercent(Math.abs(fall), 1)}).`,
    ...(shock ? [`If ${summary.benchmark} fell by ${formatPercent(Math.abs(toNumber(shock.benchmark_return)), 0)} at once, it would ${toNumber(shock.portfolio_return) < 0 ? 'lose' : 'gain'} about ${money(toNumber(shock.portfolio_return))} (${formatPercent(Math.abs(toNumber(shock.portfolio_return)), 1)}), by its beta.`] : []),
  ]
}

export type FanData = { readonly points: readonly string[]; readonly bands: readonly { readonly name: string; readonly low: readonly number[]; readonly high: readonly number[] }[]; readonly middle: readonly number[] }

/** The projection from today's capital on. @param capital stands at month 0, which the API does not repeat */
export function fanOf(projection: Projection, capital: number): FanData {
  const column = (name: 'p5' | 'p25' | 'p50' | 'p75' | 'p95'): readonly number[] => [capital, ...projection.points.map((point) => toNumber(point[name]))]
  return {
    points: ['now', ...projection.points.map((point) => monthsName(point.months))],
    bands: [
      { name: 'Nine of ten futures', low: column('p5'), high: column('p95') },
      { name: 'Half of the futures', low: column('p25'), high: column('p75') },
    ],
    middle: column('p50'),
  }
}

/** 6 months, 18 months, 3 years: years where they are whole. */
export function monthsName(months: number): string {
  const isYears = months % 12 === 0
  const count = isYears ? months / 12 : months
  return `${count} ${isYears ? 'year' : 'month'}${count === 1 ? '' : 's'}`
}

/** An asset's part of the risk beside its part of the capital: which position is riskier than it is large. */
export type RiskShare = { readonly symbol: string; readonly weight: number; readonly risk: number }

export function riskShares(positions: readonly Position[]): readonly RiskShare[] {
  return positions
    .map((one) => ({ symbol: one.symbol, weight: toNumber(one.allocation.percentage), risk: toNumber(one.risk.contribution_to_risk) }))
    .sort((one, other) => other.risk - one.risk)
}
