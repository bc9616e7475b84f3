import type { AssetGaps } from '~/api'
import { plusDays, plusMonths, type TradingDate } from '~/format'

/** A month as YYYY-MM. */
export type Month = string

export type MonthCell = {
  /** Null where the asset was not expected to have prices: before its first or after its last day. */
  readonly missing: number | null
}

export const monthOf = (date: TradingDate): Month => date.slice(0, 7)

export const firstDay = (month: Month): TradingDate => `${month}-01`

export const lastDay = (month: Month): TradingDate => plusDays(plusMonths(firstDay(month), 1), -1)

/** The months of a year, oldest first. */
export const monthsOf = (year: number): readonly Month[] => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

/**
 * Months whose count cannot be read from a year's answer: an interval that crosses months says how many sessions it has, not how many in
 * each month. They are asked for one by one rather than guessed.
 */
export function monthsToAsk(gaps: readonly AssetGaps[]): readonly Month[] {
  const crossed = new Set<Month>()
  for (const { first, last } of gaps.flatMap((one) => one.missing_intervals)) {
    if (monthOf(first) === monthOf(last)) continue
    for (let month = monthOf(first); month <= monthOf(last); month = monthOf(plusMonths(firstDay(month), 1))) crossed.add(month)
  }
  return [...crossed].sort()
}

/** Sessions without a price in a month; the year's answer where no interval crosses the month, otherwise the month's own. */
export function cellOf(year: AssetGaps, month: Month, ofMonth: AssetGaps | undefined): MonthCell {
  if (!year.start || !year.end || month < monthOf(year.start) || month > monthOf(year.end)) return { missing: null }
  if (ofMonth) return { missing: ofMonth.missing }
  const within = year.missing_intervals.filter((interval) => monthOf(interval.first) === month && monthOf(interval.last) === month)
  return { missing: within.reduce((sum, interval) => sum + interval.sessions, 0) }
}
