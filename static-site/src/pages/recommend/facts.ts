import type { ReportedNumber } from '~/api'

/** A reported number that entered a score: which, of which period, public since when. */
export type Fact = { readonly metric: string; readonly periodEnd: string; readonly reportedAt: string }

/** Reads "net_income 2016-12-31 2017-02-03". What is written otherwise stays whole as the metric. */
export function factOf(text: string): Fact {
  const found = /^(.+) (\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2})$/.exec(text)
  return found ? { metric: found[1] ?? text, periodEnd: found[2] ?? '', reportedAt: found[3] ?? '' } : { metric: text, periodEnd: '', reportedAt: '' }
}

/** The reports of a fact, the shortest period first: a quarter and the year that ends with it can be reported on one day. */
export const numbersOf = (fact: Fact, known: readonly ReportedNumber[]): readonly ReportedNumber[] =>
  known
    .filter((one) => one.metric === fact.metric && one.period_end === fact.periodEnd && one.reported_at === fact.reportedAt)
    .sort((one, other) => (other.period_start ?? '').localeCompare(one.period_start ?? ''))
