import { useMemo } from 'preact/hooks'
import type { Answer, Asset, AssetSentiment, SentimentPoint } from '~/api'
import { ChartFrame, type ChartTable } from '~/charts'
import { Empty, Hint, Loaded, Panel, SignedNumber, SkeletonBlock } from '~/components'
import { formatDate, formatInteger, formatNumber } from '~/format'
import { linkTo, setQuery } from '~/router'
import type { Resource } from '~/state/resource'
import { Behind } from './Behind'
import { SentimentChart } from './SentimentChart'
import { sentimentSentence, sessionsOf } from './sentiment'
import type { View } from './view'

const HEIGHT = 420

type Props = { readonly asset: Asset; readonly view: View; readonly sentiment: Resource<readonly Answer<AssetSentiment>[]>; readonly first: string; readonly last: string }

/** How the asset was written about, and the articles behind each session. */
export function SentimentPanel({ asset, view, sentiment, first, last }: Props) {
  return (
    <Panel title="Sentiment of the news" aside={<a href={newsOf(asset, view)}>All articles about {asset.symbol}</a>}>
      <Loaded of={sentiment} what="The sentiment could not be read" skeleton={<SkeletonBlock height={HEIGHT} label="Loading the sentiment" />}>
        {(answers) => <Sentiment asset={asset} view={view} answers={answers} first={first} last={last} />}
      </Loaded>
    </Panel>
  )
}

const newsOf = (asset: Asset, view: View): string => `/news?assets=${encodeURIComponent(asset.symbol)}${view.asOf ? `&as_of=${view.asOf}` : ''}`

type SentimentProps = { readonly asset: Asset; readonly view: View; readonly answers: readonly Answer<AssetSentiment>[]; readonly first: string; readonly last: string }

function Sentiment({ asset, view, answers, first, last }: SentimentProps) {
  const points = useMemo(() => answers.flatMap((answer) => answer.data.points), [answers])
  // The first day of "all there is" is the first that was written about.
  const from = view.range === 'max' ? (points[0]?.date ?? first) : first
  const sessions = useMemo(() => sessionsOf(points, from, last), [points, from, last])
  if (sessions.length === 0) return <NothingMeasured asset={asset} view={view} />
  const found = sessions.findIndex((session) => session.date === view.day)
  const chosen = found === -1 ? sessions.length - 1 : found
  const day = sessions[chosen]?.date ?? last
  return (
    <>
      <ChartFrame title={`Sessions with fresh articles about ${asset.symbol}`} sentence={sentimentSentence(sessions)} table={tableOf(points)}>
        <SentimentChart sessions={sessions} chosen={chosen} first={from} last={last} label={`Sentiment of ${asset.symbol} by session`} onChoose={(index) => setQuery({ day: sessions[index]?.date })} />
      </ChartFrame>
      {view.day && found === -1 && <p class="dim">No article was fresh on {formatDate(view.day)}; the newest session with one is shown.</p>}
      <div class="behind-head">
        <h3>Behind {formatDate(day)}</h3>
        <div class="page-tools">
          <button type="button" class="button button-small" disabled={chosen === 0} onClick={() => setQuery({ day: sessions[chosen - 1]?.date })}>
            ← Session before
          </button>
          <button type="button" class="button button-small" disabled={chosen === sessions.length - 1} onClick={() => setQuery({ day: sessions[chosen + 1]?.date })}>
            Next session →
          </button>
        </div>
      </div>
      <Behind asset={asset} day={day} asOf={view.asOf} />
      <Hint term="How a session’s sentiment is made">
        Each article is scored by a language model from -1 to 1. A session takes the articles of its own and the session before, weighted by how sure the model is, how much the article is about {asset.symbol}, how credible its source is and how old it
        is. Scores that the model is not sure of are left out, not counted as neutral. <a href="/numbers">About the numbers</a>. Model: {answers[0]?.data.model_version ?? 'none'}.
      </Hint>
    </>
  )
}

const NothingMeasured = ({ asset, view }: { readonly asset: Asset; readonly view: View }) => (
  <Empty
    title={`No article about ${asset.symbol} in this range`}
    action={
      view.range === 'max' ? (
        <a class="button" href={linkTo.asset(asset.symbol)}>
          Look from now
        </a>
      ) : (
        <button type="button" class="button" onClick={() => setQuery({ range: 'max' })}>
          Show all there is
        </button>
      )
    }
  >
    {view.asOf ? `Our books had collected none by ${formatDate(view.asOf)}. ` : ''}That nothing was written, or nothing was collected, does not mean that the news were neutral.
  </Empty>
)

const tableOf = (points: readonly SentimentPoint[]): ChartTable<SentimentPoint> => ({
  columns: [
    { id: 'date', label: 'Session', cell: (point) => <button type="button" class="link-button" onClick={() => setQuery({ day: point.date })}>{formatDate(point.date)}</button> },
    { id: 'news', label: 'Sentiment', isNumber: true, cell: (point) => <SignedNumber value={point.avg_sentiment} /> },
    { id: 'articles', label: 'Articles', isNumber: true, cell: (point) => formatInteger(point.news_count) },
    { id: 'spread', label: 'Spread', isNumber: true, isMinor: true, cell: (point) => formatNumber(point.dispersion) },
    { id: 'posts', label: 'Posts', isNumber: true, isMinor: true, cell: (point) => formatInteger(point.social_count) },
    { id: 'social', label: 'Of posts', isNumber: true, isMinor: true, cell: (point) => <SignedNumber value={point.social_sentiment} /> },
    { id: 'abstained', label: 'Left out', isNumber: true, isMinor: true, cell: (point) => formatInteger(point.abstained_count) },
    { id: 'surprise', label: 'Surprise', isNumber: true, isMinor: true, cell: (point) => <SignedNumber value={point.sentiment_surprise} digits={1} /> },
  ],
  rows: [...points].reverse(),
  rowKey: (point) => point.date,
})
