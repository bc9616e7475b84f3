/** Why an asset is held: the parts of its score, the rows behind them, and words for features. */
import { toNumber, type Decimal, type Position, type PositionCounterfactual, type PositionScoreContribution } from '~/api'
import type { Slice } from '~/charts'
import { formatSigned, formatSignedPercent, sentenceCase } from '~/format'
import { exactSum } from './portfolio'

/** What a feature is called, as short as a bar's label, and what it is. */
type Feature = { readonly name: string; readonly meaning: string }

const FEATURES: Readonly<Record<string, Feature>> = {
  momentum_12_1: { name: 'Momentum, year', meaning: 'Return from 12 months ago to 1 month ago' },
  return_30d: { name: 'Return, 30 days', meaning: 'Return of the last 30 days' },
  trend_50: { name: 'Against 50-day mean', meaning: 'Close against its mean of 50 sessions' },
  trend_200: { name: 'Against 200-day mean', meaning: 'Close against its mean of 200 sessions' },
  volatility: { name: 'Calm (volatility)', meaning: 'Swing of the last 252 daily returns, a year; less ranks higher' },
  drawdown: { name: 'Deepest fall', meaning: 'Deepest fall from a high within a year; a smaller one ranks higher' },
  news_sentiment: { name: 'News sentiment', meaning: 'Mean score of fresh news, from −1 to 1, shrunk where there are few' },
  social_sentiment: { name: 'Posts’ sentiment', meaning: 'Mean score of fresh posts, from −1 to 1, shrunk where there are few' },
  earnings_yield: { name: 'Earnings yield', meaning: 'Net income of a year / market capitalisation' },
  book_to_price: { name: 'Book to price', meaning: 'Equity / market capitalisation' },
  cash_flow_yield: { name: 'Cash flow yield', meaning: 'Free cash flow / market capitalisation' },
  return_on_equity: { name: 'Return on equity', meaning: 'Net income of a year / equity' },
  gross_profitability: { name: 'Gross profit', meaning: 'Gross profit of a year / total assets' },
  operating_margin: { name: 'Operating margin', meaning: 'Operating income / revenue' },
  revenue_growth: { name: 'Revenue growth', meaning: 'Revenue of a year against the year before' },
  income_growth: { name: 'Income growth', meaning: 'Change of net income in a year' },
  leverage: { name: 'Low debt', meaning: 'Total liabilities / total assets; less ranks higher' },
}

export const featureName = (code: string): string => FEATURES[code]?.name ?? sentenceCase(code)

export const featureMeaning = (code: string): string => FEATURES[code]?.meaning ?? ''

/** The API's sentences call features by their code with blanks (momentum 12 1); here they are called as the bars call them. */
export function readable(words: string): string {
  return Object.entries(FEATURES).reduce((text, [code, { name }]) => text.replaceAll(new RegExp(`\\b${code.replaceAll('_', ' ')}(?= [+-]?\\d)`, 'g'), name.charAt(0).toLowerCase() + name.slice(1)), words)
}

/** A sentiment is a number from −1 to 1; all other features are fractions. */
export const featureValue = (one: PositionScoreContribution): string => (one.feature.endsWith('_sentiment') ? formatSigned(one.value, 2) : formatSignedPercent(one.value, 1))

const PREFERENCE = 'Your preferences'

/** The parts of a score, largest first, and what preferences add or take; their sum is the score. */
export function contributionSlices(position: Position): readonly Slice[] {
  const parts = [...position.rationale.contributions].sort((one, other) => toNumber(other.contribution) - toNumber(one.contribution))
  const preference = toNumber(position.rationale.preference)
  return [...parts.map((one) => ({ label: featureName(one.feature), value: toNumber(one.contribution) })), ...(preference === 0 ? [] : [{ label: PREFERENCE, value: preference }])]
}

export type Sum = { readonly sum: Decimal; readonly overall: Decimal; readonly difference: number; readonly isEqual: boolean }

/** Stored digits are rounded one by one, so that many of them may miss the sum by so much each. */
const ROUNDING = 1e-6

/** The contributions added up, beside the score that they should make. */
export function addUp(position: Position): Sum {
  const { contributions, preference, overall } = position.rationale
  const sum = exactSum([...contributions.map((one) => one.contribution), preference])
  const difference = toNumber(overall) - toNumber(sum)
  return { sum, overall, difference, isEqual: Math.abs(difference) <= ROUNDING * (contributions.length + 1) }
}

/** Contributions by part, in the order technical, sentiment, fundamental; parts of which nothing is known are left out. */
export function partSums(position: Position): readonly { readonly part: string; readonly score: Decimal | null | undefined; readonly contribution: number }[] {
  const scores = { technical: position.rationale.technical, sentiment: position.rationale.sentiment, fundamental: position.rationale.fundamental }
  return Object.entries(scores).map(([part, score]) => ({
    part,
    score,
    contribution: position.rationale.contributions.filter((one) => one.part === part).reduce((sum, one) => sum + toNumber(one.contribution), 0),
  }))
}

/** Where an asset would leave: what it has now and the value below which it is held no more; a pair is left out where nothing was found. */
export type Turn = {
  readonly symbol: string
  readonly expected: PositionCounterfactual | undefined
  readonly score: PositionCounterfactual | undefined
  /** What is no number, such as that the limits need it. */
  readonly words: readonly string[]
}

export function turnsOf(positions: readonly Position[]): readonly Turn[] {
  return positions
    .filter((position) => position.what_would_change.length > 0)
    .map(({ symbol, what_would_change: turns }) => ({
      symbol,
      expected: turns.find((turn) => turn.subject === 'expected_return'),
      score: turns.find((turn) => turn.subject === 'overall_score'),
      words: turns.filter((turn) => turn.subject !== 'expected_return' && turn.subject !== 'overall_score').map((turn) => turn.words),
    }))
}
