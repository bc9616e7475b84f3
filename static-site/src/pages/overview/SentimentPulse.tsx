import { toNumber, type Article } from '~/api'
import { Bars, ChartFrame } from '~/charts'
import { Empty, Instant, Loaded, SignedNumber, type Column } from '~/components'
import { counted, formatSigned } from '~/format'
import { linkTo } from '~/router'
import { useAsk } from '~/state/resource'

const ARTICLES = 100
const HEADLINES = 5

/** How positive the newest scored articles are, and the newest of them. */
export function SentimentPulse() {
  const news = useAsk('searchNews', { per_page: ARTICLES })
  return (
    <Loaded of={news} what="The news could not be read">
      {(answer) => (answer.data.length === 0 ? <NoNews /> : <Pulse articles={answer.data} />)}
    </Loaded>
  )
}

const NoNews = () => (
  <Empty title="No articles are in the books yet" action={<a class="button" href="/operations">Look at the collection jobs</a>}>
    News come with a job whose collector brings articles.
  </Empty>
)

type Group = { readonly label: string; readonly value: number }

const COLUMNS: readonly Column<Group>[] = [
  { id: 'label', label: 'Sentiment', cell: (group) => group.label },
  { id: 'value', label: 'Articles', isNumber: true, cell: (group) => group.value },
]

function Pulse({ articles }: { readonly articles: readonly Article[] }) {
  const scores = articles.flatMap((article) => { const score = scoreOf(article); return score === undefined ? [] : [score] })
  const groups = groupsOf(scores)
  const mean = scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : 0
  return (
    <>
      <ChartFrame
        title="Newest articles by sentiment"
        sentence={scores.length ? `${counted(scores.length, 'scored article')} of the newest ${articles.length}: ${formatSigned(mean)} on average, on a scale from −1 to 1.` : `None of the newest ${articles.length} articles has a score.`}
        table={{ columns: COLUMNS, rows: groups, rowKey: (group) => group.label }}
      >
        <Bars label={groups.map((group) => `${group.label} ${group.value}`).join(', ')} slices={groups} formatValue={String} />
      </ChartFrame>
      <ul class="headlines">
        {articles.slice(0, HEADLINES).map((article) => (
          <li key={article.id}>
            <SignedNumber value={scoreOf(article)} />
            <a href={linkTo.article(article.id)}>{article.title}</a>
            <span class="dim">
              <Instant at={article.published_at} isRelative />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function scoreOf(article: Article): number | undefined {
  const score = article.score
  return score && !score.abstained && score.score != null ? toNumber(score.score) : undefined
}

/** Beyond this an article counts as positive or negative. */
const LEANS = 0.15

const groupsOf = (scores: readonly number[]) => [
  { label: 'Positive', value: scores.filter((score) => score > LEANS).length, colour: 'var(--up)' },
  { label: 'Neutral', value: scores.filter((score) => Math.abs(score) <= LEANS).length, colour: 'var(--flat)' },
  { label: 'Negative', value: scores.filter((score) => score < -LEANS).length, colour: 'var(--down)' },
]
