import { beforeAll, describe, expect, it } from 'vitest'
import { decimal, type ArticleScore } from '~/api'
import { setLocale } from '~/format'
import { faultsOf, isFiltered, questionOf, readFilters, symbolsOf } from './filters'
import { leaningOf, piecesOf, safeLink, withheld } from './words'

beforeAll(() => setLocale('en-US'))

const read = (text: string) => readFilters(new URLSearchParams(text))

describe('the filters', () => {
  it('ask for the newest of all where nothing is said', () => expect(questionOf(read(''))).toEqual({ page: 1, per_page: 25 }))
  it('are what the address says', () =>
    expect(questionOf(read('q=iphone&assets=aapl,%20msft&source=Reuters&type=earnings&score=negative&confidence=0.9&start=2017-01-01&end=2017-06-30&page=3&as_of=2017-11-01'))).toEqual({
      q: 'iphone',
      assets: 'AAPL,MSFT',
      sources: 'Reuters',
      types: 'earnings',
      max_score: -0.15,
      min_confidence: 0.9,
      start: '2017-01-01',
      end: '2017-06-30',
      as_of: '2017-11-01',
      page: 3,
      per_page: 25,
    }))
  it('bound neutral on both sides', () => expect(questionOf(read('score=neutral'))).toMatchObject({ min_score: -0.15, max_score: 0.15 }))
  it('take nonsense for not said', () => expect(read('type=x&score=y&confidence=2&start=soon&page=0')).toEqual(read('')))
  it('take symbols as people write them', () => expect(symbolsOf(' aapl; MSFT aapl,')).toEqual(['AAPL', 'MSFT']))
  it('find what cannot be', () => {
    expect(faultsOf(read('start=2017-06-30&end=2017-01-01'))).toEqual({ end: 'This is before the first day' })
    expect(faultsOf(read(`assets=${Array.from({ length: 21 }, (_, i) => `A${i}`).join()}`)).assets).toBe('20 symbols at most')
  })
  it('know whether there are any', () => expect([isFiltered(read('page=2')), isFiltered(read('q=a'))]).toEqual([false, true]))
})

describe('piecesOf', () => {
  const cut = (text: string, ...spans: readonly (readonly [number, number])[]) => piecesOf(text, spans.map(([start, end]) => ({ start, end }))).map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text)).join('')
  it('marks what is spoken of', () => expect(cut('As iPhone sales stagnate, Apple', [3, 9], [26, 31])).toBe('As [iPhone] sales stagnate, [Apple]'))
  it('loses and doubles nothing where spans overlap', () => expect(cut('abcdef', [2, 4], [1, 3])).toBe('a[bc][d]ef'))
  it('ends with the text', () => expect(cut('abc', [1, 99])).toBe('a[bc]'))
  it('counts as JavaScript does', () => expect(cut('😀 up', [3, 5])).toBe('😀 [up]'))
})

describe('a score', () => {
  const score = (changes: Partial<ArticleScore>): ArticleScore => ({ score: decimal('-0.77'), negative: decimal('0.85'), neutral: decimal('0.08'), positive: decimal('0.07'), confidence: decimal('0.85'), abstained: false, scored_by: 'transformer', reason: '', scored_at: '2017-10-10T22:00:39Z', ...changes })
  it('is shown where it is sure', () => expect(withheld(score({}))).toBeUndefined())
  it('is withheld with how sure it was', () => expect(withheld(score({ abstained: true, confidence: decimal('0.41') }))).toBe('withheld: only 41% sure'))
  it('says why there is none', () => expect([withheld(null), withheld(score({ score: null, abstained: true, reason: 'not_english' }))]).toEqual(['not scored yet', 'not scored: the text is not English']))
  it('leans where most of it is', () => expect(leaningOf(score({}))).toBe('negative'))
})

describe('safeLink', () => {
  it('opens nothing but the web', () => expect([safeLink('https://example.org/a'), safeLink('javascript:alert(1)'), safeLink(null)]).toEqual(['https://example.org/a', undefined, undefined]))
})
