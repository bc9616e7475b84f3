import type { Article } from '~/api'
import { AsOfBanner, Empty, ErrorBox, Hint, Instant, Loaded, PageHead, Panel, Published, Skeleton } from '~/components'
import { sentenceCase } from '~/format'
import { query, type PageProps } from '~/router'
import { asOfOf, readDate } from '~/state/asOf'
import { useAsk } from '~/state/resource'
import { AboutAssets } from './AboutAssets'
import './news.css'
import { Marked } from './Parts'
import { ScorePanel } from './ScorePanel'
import { evidenceIn, piecesOf, safeLink } from './words'

/** One article: its text, its score and why we believe whom it is about. */
export default function ArticlePage({ params }: PageProps) {
  const asOf = readDate(query.value.get('as_of'))
  return <OneArticle key={`${params['id']} ${asOf ?? ''}`} id={params['id'] ?? ''} asOf={asOf} />
}

function OneArticle({ id, asOf }: { readonly id: string; readonly asOf: string | undefined }) {
  const article = useAsk('getArticle', { id, ...asOfOf({ asOf }) })
  const back = <a href={asOf ? `/news?as_of=${asOf}` : '/news'}>← All news</a>
  if (article.error && !article.data) {
    return (
      <div class="page">
        <PageHead title="Article" lead={back} />
        {asOf && <Past asOf={asOf} />}
        {article.error.status === 404 || article.error.status === 400 ? <NotThere asOf={asOf} /> : <ErrorBox error={article.error} what="The article could not be read" onRetry={article.reload} />}
      </div>
    )
  }
  return (
    <div class="page">
      {article.data ? <Head article={article.data.data} /> : <PageHead title="Article" lead=" " />}
      <p>{back}</p>
      {asOf && <Past asOf={asOf} />}
      <Loaded of={article} skeleton={<Skeleton lines={24} />}>
        {({ data }) => <Body article={data} />}
      </Loaded>
    </div>
  )
}

const Past = ({ asOf }: { readonly asOf: string }) => <AsOfBanner asOf={asOf}>The article is shown with the assets and scores that were known at the end of that day (UTC).</AsOfBanner>

const NotThere = ({ asOf }: { readonly asOf: string | undefined }) => (
  <Empty title={asOf ? 'This article had not been collected by then' : 'There is no such article'} action={<a class="button" href="/news">Search the news</a>}>
    {asOf ? 'Go back to now to see it.' : 'The address may be cut or mistyped.'}
  </Empty>
)

const Head = ({ article }: { readonly article: Article }) => (
  <PageHead
    title={article.title}
    lead={
      <>
        {article.publisher} · <Published article={article} /> · {sentenceCase(article.article_type)}
      </>
    }
  />
)

function Body({ article }: { readonly article: Article }) {
  return (
    <div class="grid">
      <div class="span-7 stack">
        <TextPanel article={article} />
        <AboutAssets article={article} />
      </div>
      <div class="span-5 stack">
        <ScorePanel article={article} />
        <Panel title="Where it comes from">
          <Provenance article={article} />
        </Panel>
      </div>
    </div>
  )
}

function TextPanel({ article }: { readonly article: Article }) {
  const url = safeLink(article.url)
  const evidence = [...evidenceIn(article, 'title'), ...evidenceIn(article, 'body')]
  return (
    <Panel title="Text">
      <p class="article-body">
        <strong>
          <Marked pieces={piecesOf(article.title, evidenceIn(article, 'title'))} />
        </strong>
      </p>
      {article.body ? (
        <p class="article-body">
          <Marked pieces={piecesOf(article.body, evidenceIn(article, 'body'))} />
        </p>
      ) : (
        <p class="dim">The source gave the headline alone.</p>
      )}
      {evidence.length > 0 && <p class="dim">Marked are the words that speak of an asset.</p>}
      {url && (
        <p>
          <a href={url} target="_blank" rel="noopener noreferrer">
            Read it at {article.publisher} ↗
          </a>
        </p>
      )}
      {article.url && !url && <p class="dim">Its address, as received: {article.url}</p>}
    </Panel>
  )
}

const PRECISIONS: Readonly<Record<Article['published_precision'], string>> = { instant: 'the source names the instant', day: 'the source names the day alone', seen: 'when it was first seen' }

function Provenance({ article }: { readonly article: Article }) {
  return (
    <>
      <dl class="facts">
        <Fact name="Published">
          <Published article={article} /> <span class="dim">({PRECISIONS[article.published_precision]})</span>
        </Fact>
        <Fact name="Collected">
          <Instant at={article.collected_at} /> <span class="dim">by {article.provider}</span>
        </Fact>
        <Fact name="Counts from">
          <Instant at={article.usable_from} />
        </Fact>
        <Fact name="Language">{article.language === 'und' ? 'could not be told' : article.language}</Fact>
        <Fact name="Kind">{sentenceCase(article.kind)}</Fact>
      </dl>
      <Hint term="Why it counts from then">Where only the day is known, an article counts from the next session’s opening on: nobody could be sure to have read it before. A calculation of an earlier day does not see it.</Hint>
    </>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
