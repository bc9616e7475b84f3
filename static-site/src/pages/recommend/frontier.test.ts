import { beforeEach, describe, expect, it } from 'vitest'
import type { RecommendationFrontier } from '~/api'
import { decimal as of } from '~/api/decimal'
import { setLocale } from '~/format'
import { dotsOf, frontierSentence, lineOf, returnAt } from './frontier'

beforeEach(() => setLocale('en-US'))

const point = (volatility: string, expected_return: string) => ({ volatility: of(volatility), expected_return: of(expected_return) })

const asset = (symbol: string, weight: string) => ({ symbol, weight: of(weight), ...point('0.3', '0.08') })

const frontier: RecommendationFrontier = {
  id: 'x',
  snapshot_identical: true,
  points: [point('0.10', '0.04'), point('0.12', '0.06'), point('0.20', '0.08')],
  unsolved: 0,
  optimum: point('0.16', '0.068'),
  volatility_cap: of('0.16'),
  assets: [asset('A', '0.7'), asset('B', '0'), asset('C', '0.3')],
  reason: null,
}

const line = lineOf(frontier)

describe('returnAt', () => {
  it('lies straight between points', () => expect(returnAt(line, 0.16)).toBeCloseTo(0.07))
  it('is the greatest return right of the line', () => expect(returnAt(line, 0.5)).toBe(0.08))
  it('is nothing left of it', () => expect(returnAt(line, 0.09)).toBeUndefined())
})

describe('frontierSentence', () => {
  it('says what whole shares cost', () =>
    expect(frontierSentence(line, { x: 0.16, y: 0.065 })).toBe("The same assets, within the same limits, reach from 4.0% a year with a swing of 10.0% to 8.0% with 20.0%. At this portfolio's swing the line has 7.0%; 0.5% of that is the price of whole shares, of cash, and of few positions."))
  it('says when they cost nothing', () => expect(frontierSentence(line, { x: 0.16, y: 0.07 })).toContain('lies on that line'))
  it('knows that cash can make it calmer than any of them', () => expect(frontierSentence(line, { x: 0.08, y: 0.03 })).toContain('part of it is cash'))
})

describe('dotsOf', () => {
  it('names what is held and puts the portfolio on top', () => {
    const dots = dotsOf(frontier, { x: 0.16, y: 0.065 })
    expect(dots.map((dot) => [dot.name, dot.kind, dot.label])).toEqual([['B', 'faint', undefined], ['A', 'strong', 'A'], ['C', 'strong', 'C'], ['This portfolio', 'own', undefined]])
  })
})
