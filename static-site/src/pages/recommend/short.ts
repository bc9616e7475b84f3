/** The three questions that one has of an advice, each answered in a sentence with its numbers. */
import { toNumber, type Recommendation } from '~/api'
import { counted, formatInteger, formatMoney, formatPercent, formatSignedPercent } from '~/format'
import { readable } from './rationale'
import { monthsName } from './risk'

export type ShortAnswer = { readonly section: 'why' | 'risk' | 'track'; readonly question: string; readonly answer: string }

export function shortAnswers(recommendation: Recommendation): readonly ShortAnswer[] {
  return [
    { section: 'why', question: 'Why?', answer: whyOf(recommendation) },
    { section: 'risk', question: 'What could go wrong?', answer: riskOf(recommendation) },
    { section: 'track', question: 'Would it have worked?', answer: trackOf(recommendation) },
  ]
}

function whyOf({ positions, basis }: Recommendation): string {
  const first = positions[0]
  if (!first) return 'Nothing is held.'
  const reason = first.rationale.words.find((words) => words.startsWith('for it: '))
  return `The largest position, ${first.symbol}, ranks ${formatInteger(first.rationale.rank)} of ${formatInteger(basis.universe.eligible)}${reason ? `; ${readable(reason)}` : ''}.`
}

function riskOf({ summary, projection, request }: Recommendation): string {
  if (!summary) return 'Nothing is held.'
  const loss = formatMoney(toNumber(summary.value_at_risk) * toNumber(request.capital), request.currency, 0)
  const day = `On one day of twenty it would have lost more than ${loss} (${formatPercent(summary.value_at_risk, 1)})`
  const end = projection?.points.at(-1)
  return end && projection ? `${day}; in ${formatPercent(projection.loss_probability, 0)} of the drawn futures it is worth less than today after ${monthsName(end.months)}.` : `${day}.`
}

function trackOf({ grades, request }: Recommendation): string {
  const grade = grades.at(-1)
  if (!grade) return `Not known yet: it is graded after 5, 20 and 60 sessions. The same question can be tried on the past against ${request.benchmark}.`
  const against = grade.excess === null || grade.excess === undefined ? '' : `, ${formatSignedPercent(grade.excess, 1)} against ${request.benchmark}`
  return `After ${counted(grade.sessions, 'session')} it had earned ${formatSignedPercent(grade.portfolio_return, 1)}${against}.`
}
