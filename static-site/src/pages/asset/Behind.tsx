import { useState } from 'preact/hooks'
import type { Asset, SentimentContribution } from '~/api'
import { Empty, Loaded, Published, SignedNumber, Skeleton } from '~/components'
import { counted, formatPercent } from '~/format'
import { linkTo } from '~/router'
import { useAsk } from '~/state/resource'

/** More would be as many questions at once. */
const FIRST_SHOWN = 6

/** The articles that make a session's sentiment, the heaviest first. */
export function Behind({ asset, day, asOf }: { readonly asset: Asset; readonly day: string; readonly asOf: string | undefined }) {
  const made = useAsk('getSentiment', { id: asset.symbol, start: day, end: day, ...(asOf ? { as_of: asOf } : {}) })
  return (
    <Loaded of={made} what="The articles behind this session could not be read" skeleton={<Skeleton lines={4} />}>
      {({ data }) => (data.articles.length === 0 ? <Empty title="No article counts for this session" /> : <Contributions key={data.articles_of ?? ''} articles={data.articles} asOf={asOf} />)}
    </Loaded>
  )
}

function Contributions({ articles, asOf }: { readonly articles: readonly SentimentContribution[]; readonly asOf: string | undefined }) {
  const [isAll, setAll] = useState(false)
  const shown = isAll ? articles : articles.slice(0, FIRST_SHOWN)
  return (
    <>
      <ul class="behind">
        {shown.map((one) => (
          <Contribution key={one.article_id} contribution={one} asOf={asOf} />
        ))}
      </ul>
      {shown.length < articles.length && (
        <button type="button" class="button button-small" onClick={() => setAll(true)}>
          Show all {counted(articles.length, 'article')}
        </button>
      )}
    </>
  )
}

function Contribution({ contribution, asOf }: { readonly contribution: SentimentContribution; readonly asOf: string | undefined }) {
  const article = useAsk('getArticle', { id: contribution.article_id, ...(asOf ? { as_of: asOf } : {}) })
  const found = article.data?.data
  const counts = Number(contribution.share) > 0
  return (
    <li>
      <span class="behind-score">{counts ? <SignedNumber value={contribution.score} /> : <span class="dim">left out</span>}</span>
      <div>
        <a href={linkTo.article(contribution.article_id)}>{found?.title ?? (article.error ? `Article ${contribution.article_id}` : 'Loading…')}</a>
        <p class="dim">
          {counts ? `${formatPercent(contribution.share, 0)} of the weight` : 'the model was not sure enough'}
          {found && (
            <>
              {' · '}
              {found.publisher} · <Published article={found} />
            </>
          )}
          {article.error && ` · could not be read: ${article.error.message}`}
        </p>
      </div>
    </li>
  )
}
