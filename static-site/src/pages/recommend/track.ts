/** Would it have worked: a backtest's curves and the days to begin with. */
import { decimal, toNumber, type BacktestReport, type DayValue, type RecommendationBody, type RequestDocument } from '~/api'
import type { Faults } from '~/components'
import { plusMonths } from '~/format'

/** What a capital of 100 became, session by session. */
export type Growth = { readonly dates: readonly string[]; readonly portfolio: readonly number[]; readonly benchmark: readonly number[]; readonly equal: readonly number[] }

const BASE = 100

export function growthOf(values: readonly DayValue[]): Growth {
  const series = (of: (day: DayValue) => number): readonly number[] => {
    const first = values[0] ? of(values[0]) : 1
    return values.map((day) => (of(day) / first) * BASE)
  }
  return {
    dates: values.map((day) => day.date),
    portfolio: series((day) => toNumber(day.portfolio)),
    benchmark: series((day) => toNumber(day.benchmark)),
    equal: series((day) => toNumber(day.equal_weight)),
  }
}

/** How far below its highest value so far each value lies: zero or below, a fraction. */
export function drawdowns(values: readonly number[]): readonly number[] {
  let peak = -Infinity
  return values.map((value) => {
    peak = Math.max(peak, value)
    return value / peak - 1
  })
}

/** Every n-th and the last, so that a drawing has no more points than a screen has pixels; never fewer than asked for by date. */
export function thinned<T>(values: readonly T[], most: number): readonly T[] {
  if (values.length <= most) return values
  const every = Math.ceil(values.length / most)
  return values.filter((_, i) => i % every === 0 || i === values.length - 1)
}

/** Three years before the session of the answer. */
const MONTHS_BACK = 36

export const defaultRange = (session: string): { readonly from: string; readonly to: string } => ({ from: plusMonths(session, -MONTHS_BACK), to: session })

/** The question of a recommendation without its day and without what is owned: a backtest begins with cash. */
export function backtestRequest(request: RequestDocument): RecommendationBody {
  const { as_of: _, current_holdings: __, ...rest } = request
  return {
    ...rest,
    capital: decimal(request.capital),
    risk_tolerance: request.risk_tolerance as RecommendationBody['risk_tolerance'],
    investment_horizon: request.investment_horizon as RecommendationBody['investment_horizon'],
    diversification_preference: request.diversification_preference as RecommendationBody['diversification_preference'],
    esg_preference: request.esg_preference as RecommendationBody['esg_preference'],
  }
}

/** Whether it earned more than its benchmark, less, or whether that cannot be told. */
export type Verdict = 'better' | 'worse' | 'unclear'

export function verdictOf(report: BacktestReport): Verdict {
  const excess = report.against_benchmark.annual_excess
  if (report.against_benchmark.could_be_chance || excess === null || excess === undefined) return 'unclear'
  return toNumber(excess) > 0 ? 'better' : 'worse'
}

/** Which past is tried. */
export type Range = { readonly from: string; readonly to: string; readonly rebalancing: 'monthly_last' | 'quarterly_last' }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Faults of a range. @param session the last that may be asked for, the recommendation's own */
export function checkRange(range: Range, session: string): Faults<Range> {
  const day = (name: string, value: string): string | undefined => (DAY.test(value) ? undefined : `${name} is “${value}”; allowed: a day such as 2015-01-02`)
  return {
    from: day('From', range.from) ?? (range.from >= range.to ? `From is “${range.from}”; allowed: a day before ${range.to}` : undefined),
    to: day('To', range.to) ?? (range.to > session ? `To is “${range.to}”; allowed: up to ${session}, the session of this answer` : undefined),
  }
}
