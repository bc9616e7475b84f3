import type { Recommendation } from '~/api'

/** lumia-2017-11-10-10000-USD-moderate-015fa833.csv: a folder of them sorts by session. */
export function fileNameOf(recommendation: Recommendation, ending: 'csv' | 'json'): string {
  const { request, basis, id } = recommendation
  return `lumia-${basis.session}-${request.capital}-${request.currency}-${request.risk_tolerance}-${id.slice(0, 13)}.${ending}`
}
