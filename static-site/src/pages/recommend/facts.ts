/** A reported number that entered a score: which, of which period, public since when. */
export type Fact = { readonly metric: string; readonly periodEnd: string; readonly reportedAt: string }

/** Reads "net_income 2016-12-31 2017-02-03". What is written otherwise stays whole as the metric. */
export function factOf(text: string): Fact {
  const found = /^(.+) (\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2})$/.exec(text)
  return found ? { metric: found[1] ?? text, periodEnd: found[2] ?? '', reportedAt: found[3] ?? '' } : { metric: text, periodEnd: '', reportedAt: '' }
}
