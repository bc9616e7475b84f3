import type { Recommendation } from '~/api'

/** lumia-2017-11-10-10000-USD-moderate-015fa833.csv: a folder of them sorts by session. */
export function fileNameOf(recommendation: Recommendation, ending: 'csv' | 'json'): string {
  const { request, basis, id } = recommendation
  return `lumia-${basis.session}-${request.capital}-${request.currency}-${request.risk_tolerance}-${id.slice(0, 13)}.${ending}`
}

/** Hands a text to the browser as a download. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
