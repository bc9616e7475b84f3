import { beforeAll, describe, expect, it } from 'vitest'
import { decimal, type SentimentPoint } from '~/api'
import { setLocale } from '~/format'
import { nearest, sentimentSentence, sessionsOf, sessionText } from './sentiment'

beforeAll(() => setLocale('en-US'))

const point = (date: string, score: string | null, counts: Partial<SentimentPoint> = {}): SentimentPoint => ({ date, avg_sentiment: score === null ? null : decimal(score), news_count: score === null ? 0 : 2, social_count: 0, abstained_count: 0, ...counts })

describe('sessionsOf', () => {
  const sessions = sessionsOf([point('2017-11-01', '0.5'), point('2017-11-06', '-0.3'), point('2017-11-11', null, { abstained_count: 3 })], '2017-11-01', '2017-11-11')
  it('lays days on time, not side by side', () => expect(sessions.map((session) => session.at)).toEqual([0, 0.5, 1]))
  it('leaves out what was not measured', () => expect(sessions.map((session) => session.score)).toEqual([0.5, -0.3, null]))
  it('finds the nearest', () => expect([nearest(sessions, 0.2), nearest(sessions, 0.3), nearest(sessions, 9)]).toEqual([0, 1, 2]))
  it('says what a session had', () => {
    expect(sessions.map(sessionText)).toEqual(['Nov 1, 2017: +0.50 from 2 articles', 'Nov 6, 2017: -0.30 from 2 articles', 'Nov 11, 2017: 3 texts, none of them reliable enough to count'])
  })
  it('takes posts where no article was written', () => expect(sessionsOf([point('2017-11-01', null, { social_sentiment: decimal('0.25'), social_count: 4 })], '2017-11-01', '2017-11-02').map(sessionText)).toEqual(['Nov 1, 2017: +0.25 from 4 posts']))
  it('tells the mean of what was measured', () => expect(sentimentSentence(sessions)).toMatch(/^\+0\.10 on average of 2 sessions.*1 positive, 1 negative, 0 neutral/))
})

describe('without points', () => {
  it('nothing is neutral', () => expect(sentimentSentence([])).toContain('does not mean that it was neutral'))
})
