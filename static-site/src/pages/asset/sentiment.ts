import { toNumber, type SentimentPoint } from '~/api'
import { counted, daysBetween, formatDate, formatSigned } from '~/format'

/** A session in the chart: where it stands between the first and the last day, and what was measured. */
export type Session = { readonly date: string; readonly at: number; readonly score: number | null; readonly kind: 'news' | 'social' | 'none'; readonly texts: number; readonly abstained: number }

/**
 * Points laid on time.
 *
 * @param first  the day that stands at 0
 * @param last  the day that stands at 1
 */
export function sessionsOf(points: readonly SentimentPoint[], first: string, last: string): readonly Session[] {
  const days = Math.max(daysBetween(first, last), 1)
  return points.map((point) => {
    const [news, social] = [point.avg_sentiment, point.social_sentiment]
    return {
      date: point.date,
      at: daysBetween(first, point.date) / days,
      score: news != null ? toNumber(news) : social != null ? toNumber(social) : null,
      kind: news != null ? 'news' : social != null ? 'social' : 'none',
      texts: point.news_count + point.social_count,
      abstained: point.abstained_count,
    }
  })
}

/** The session nearest to a place from 0 to 1. */
export function nearest(sessions: readonly Session[], at: number): number {
  let best = 0
  for (const [i, session] of sessions.entries()) if (Math.abs(session.at - at) < Math.abs((sessions[best]?.at ?? Infinity) - at)) best = i
  return best
}

export function sessionText(session: Session): string {
  const texts = session.kind === 'none' ? `${counted(session.abstained, 'text')}, none of them reliable enough to count` : `${formatSigned(session.score)} from ${counted(session.texts, session.kind === 'news' ? 'article' : 'post')}`
  return `${formatDate(session.date)}: ${texts}`
}

/** Beyond this a session counts as positive or negative. */
const LEANS = 0.15

export function sentimentSentence(sessions: readonly Session[]): string {
  const scores = sessions.flatMap((session) => (session.score === null ? [] : [session.score]))
  if (scores.length === 0) return 'Nothing was measured in this range, which does not mean that it was neutral.'
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const [good, bad] = [scores.filter((score) => score > LEANS).length, scores.filter((score) => score < -LEANS).length]
  return `${formatSigned(mean)} on average of ${counted(scores.length, 'session')} with fresh articles, on a scale from -1 (bad news) to 1 (good news): ${good} positive, ${bad} negative, ${scores.length - good - bad} neutral. Other sessions had no fresh article.`
}
