import { toNumber, type Article, type Decimal, type ArticleScore } from '~/api'
import { Bars, ChartFrame } from '~/charts'
import { Empty, Figure, Figures, Hint, Instant, Panel, SignedNumber, type Column } from '~/components'
import { formatPercent } from '~/format'
import { leaningOf, readerOf, withheld } from './words'

/** What the text says as a whole, and how sure that is. */
export function ScorePanel({ article }: { readonly article: Article }) {
  const score = article.score
  return <Panel title="How good the news is">{score && score.score != null ? <Scored score={score} model={article.model_version} /> : <NoScore score={score} />}</Panel>
}

const NoScore = ({ score }: { readonly score: ArticleScore | null | undefined }) => <Empty title={`This text is ${withheld(score) ?? 'not scored'}`}>It counts in no average. A text without a score is not neutral.</Empty>

type Share = { readonly label: string; readonly value: number; readonly exact: Decimal | null | undefined; readonly colour: string }

const COLUMNS: readonly Column<Share>[] = [
  { id: 'label', label: 'The text is', cell: (share) => share.label },
  { id: 'value', label: 'Probability', isNumber: true, cell: (share) => formatPercent(share.exact, 2) },
]

function Scored({ score, model }: { readonly score: ArticleScore; readonly model: string | null | undefined }) {
  const shares = sharesOf(score)
  return (
    <>
      <Figures>
        <Figure label="Score" note="from -1 to 1">
          {score.abstained ? <span class="dim">withheld</span> : <SignedNumber value={score.score} />}
        </Figure>
        <Figure label="Sure" note="after calibration">
          {formatPercent(score.confidence, 0)}
        </Figure>
      </Figures>
      {score.abstained && <p>The most likely reading is not sure enough, so the score counts in no average. Shown below is what the model saw.</p>}
      <ChartFrame title="Three readings" sentence={`Most likely ${leaningOf(score)}: of texts read with such a confidence about ${formatPercent(score.confidence, 0)} are read right.`} table={{ columns: COLUMNS, rows: shares, rowKey: (share) => share.label }}>
        <Bars label={shares.map((share) => `${share.label} ${formatPercent(share.value, 0)}`).join(', ')} slices={shares} formatValue={(value) => formatPercent(value, 1)} />
      </ChartFrame>
      <Hint term="How the score is made">
        The score is the probability of good news less that of bad news. Read by {readerOf(score)}, <Instant at={score.scored_at} />
        {model ? `, model ${model}` : ''}. It judges the words, not whether the price will follow. <a href="/numbers">About the numbers</a>
      </Hint>
    </>
  )
}

function sharesOf(score: ArticleScore): readonly Share[] {
  const share = (label: string, exact: Decimal | null | undefined, colour: string): Share => ({ label, exact, colour, value: exact == null ? 0 : toNumber(exact) })
  return [share('Good news', score.positive, 'var(--up)'), share('Neutral', score.neutral, 'var(--flat)'), share('Bad news', score.negative, 'var(--down)')]
}
