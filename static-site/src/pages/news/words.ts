import { toNumber, type Article, type ArticleLink, type ArticleScore } from '~/api'
import { formatPercent, sentenceCase } from '~/format'

export type Piece = { readonly text: string; readonly isMarked: boolean }

/** A text cut where spans begin and end. Spans may overlap, stand in any order, or reach beyond the text. @param spans UTF-16 units, the end excluded */
export function piecesOf(text: string, spans: readonly { readonly start: number; readonly end: number }[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (to: number, isMarked: boolean): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMarked })
    at = Math.max(at, to)
  }
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    add(Math.min(span.start, text.length), false)
    add(Math.min(span.end, text.length), true)
  }
  add(text.length, false)
  return pieces
}

/** Everything that the article's words say of its assets, in one field. */
export const evidenceIn = (article: Article, field: 'title' | 'body') => article.links.flatMap((link) => link.evidence.filter((span) => span.field === field))

const METHODS: Readonly<Record<ArticleLink['method'], string>> = {
  symbol_match: 'the text names its symbol',
  name_match: 'the text names the company',
  alias: 'the text names a product, person or nickname of it',
  provider: 'the source says so; the words do not name it',
  manual: 'a person said so',
}

export const methodText = (link: ArticleLink): string => METHODS[link.method]

const REASONS: Readonly<Record<string, string>> = { not_english: 'the text is not English', empty: 'the text is empty', too_short: 'the text is too short' }

const reasonText = (reason: string): string => REASONS[reason] ?? sentenceCase(reason).toLowerCase()

/** Why there is no score to show; undefined where there is one. */
export function withheld(score: ArticleScore | null | undefined): string | undefined {
  if (!score) return 'not scored yet'
  if (score.score == null) return `not scored: ${score.reason ? reasonText(score.reason) : 'no reason was given'}`
  if (score.abstained) return `withheld: only ${formatPercent(score.confidence, 0)} sure`
  return undefined
}

/** Where a score of the text as a whole stands. */
export const leaningOf = (score: ArticleScore): 'positive' | 'neutral' | 'negative' => {
  const shares = [score.positive, score.neutral, score.negative].map((share) => (share == null ? 0 : toNumber(share)))
  const at = shares.indexOf(Math.max(...shares))
  return at === 0 ? 'positive' : at === 1 ? 'neutral' : 'negative'
}

const READERS: Readonly<Record<ArticleScore['scored_by'], string>> = { transformer: 'our language model', lexicon: 'a list of words, since the language model could not answer', nobody: 'nobody' }

export const readerOf = (score: ArticleScore): string => READERS[score.scored_by]

/** An address that a browser may open; anything else that a source sends is shown as text. */
export const safeLink = (url: string | null | undefined): string | undefined => (url && /^https?:\/\//i.test(url) ? url : undefined)
