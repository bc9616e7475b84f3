import type { ParametersOf } from '~/api'
import { asOfOf, readDate } from '~/state/asOf'

/** What is looked for, as the address says it. */
export type Filters = {
  readonly words: string
  readonly assets: string
  readonly source: string
  readonly type: ArticleType | ''
  readonly leaning: Leaning | ''
  readonly confidence: Confidence | ''
  readonly start: string | undefined
  readonly end: string | undefined
  readonly page: number
  readonly asOf: string | undefined
}

export const TYPES = ['news', 'analysis', 'earnings', 'announcement', 'filing', 'social'] as const
export type ArticleType = (typeof TYPES)[number]

export const LEANINGS = ['positive', 'neutral', 'negative'] as const
export type Leaning = (typeof LEANINGS)[number]

export const CONFIDENCES = ['0.6', '0.8', '0.9', '0.95'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Beyond this a text counts as positive or negative. */
const LEANS = 0.15

const SCORES: Readonly<Record<Leaning, { readonly min_score?: number; readonly max_score?: number }>> = {
  positive: { min_score: LEANS },
  neutral: { min_score: -LEANS, max_score: LEANS },
  negative: { max_score: -LEANS },
}

export const PER_PAGE = 25

export function readFilters(search: URLSearchParams): Filters {
  return {
    words: search.get('q') ?? '',
    assets: search.get('assets') ?? '',
    source: search.get('source') ?? '',
    type: TYPES.find((one) => one === search.get('type')) ?? '',
    leaning: LEANINGS.find((one) => one === search.get('score')) ?? '',
    confidence: CONFIDENCES.find((one) => one === search.get('confidence')) ?? '',
    start: readDate(search.get('start')),
    end: readDate(search.get('end')),
    page: readPage(search.get('page')),
    asOf: readDate(search.get('as_of')),
  }
}

const readPage = (text: string | null): number => (text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1)

/** Symbols divided by commas or blanks, as the API wants them: `aapl msft` is AAPL,MSFT. */
export const symbolsOf = (text: string): readonly string[] => [...new Set(text.toUpperCase().split(/[\s,;]+/).filter(Boolean))]

export function questionOf(filters: Filters): ParametersOf<'searchNews'> {
  return {
    q: filters.words.trim() || undefined,
    assets: symbolsOf(filters.assets).join(',') || undefined,
    sources: filters.source.trim() || undefined,
    types: filters.type || undefined,
    ...(filters.leaning ? SCORES[filters.leaning] : {}),
    min_confidence: filters.confidence ? Number(filters.confidence) : undefined,
    start: filters.start,
    end: filters.end,
    ...asOfOf(filters),
    page: filters.page,
    per_page: PER_PAGE,
  }
}

export const MOST_SYMBOLS = 20

/** Faults that need no answer of the API. */
export function faultsOf(filters: Filters): { readonly assets?: string; readonly end?: string } {
  return {
    ...(symbolsOf(filters.assets).length > MOST_SYMBOLS ? { assets: `${MOST_SYMBOLS} symbols at most` } : {}),
    ...(filters.start && filters.end && filters.end < filters.start ? { end: 'This is before the first day' } : {}),
  }
}

export const isFiltered = (filters: Filters): boolean => Boolean(filters.words || filters.assets || filters.source || filters.type || filters.leaning || filters.confidence || filters.start || filters.end)
