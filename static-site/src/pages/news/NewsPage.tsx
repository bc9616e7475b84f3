import type { Answer, Article } from '~/api'
import { AsOfBanner, AsOfPicker, Empty, Loaded, PageHead, Pager, Published, Skeleton } from '~/components'
import { counted, sentenceCase } from '~/format'
import { linkTo, query, setQuery, type PageProps } from '~/router'
import { useAsk } from '~/state/resource'
import { FilterForm } from './FilterForm'
import { faultsOf, isFiltered, questionOf, readFilters, type Filters } from './filters'
import './news.css'
import { Marked, Score } from './Parts'
import { piecesOf } from './words'

/** Articles with how good the news in them is, searched and filtered. */
export default function NewsPage(_: PageProps) {
  const filters = readFilters(query.value)
  // Another day is another page: nothing of today stands under the banner of the past.
  return <News key={filters.asOf ?? ''} filters={filters} />
}

function News({ filters }: { readonly filters: Filters }) {
  const faults = faultsOf(filters)
  const isSound = Object.keys(faults).length === 0
  const news = useAsk('searchNews', isSound ? questionOf(filters) : undefined)
  const metadata = news.data?.metadata
  const today = (filters.asOf ? metadata?.timestamp : metadata?.as_of) ?? new Date().toISOString()
  return (
    <div class="page">
      <PageHead title="News" lead="What was written, whom it is about and how good the news is: a language model scores each text from -1 to 1 and says how sure it is.">
        <AsOfPicker asOf={filters.asOf} today={today.slice(0, 10)} />
      </PageHead>
      {filters.asOf && <AsOfBanner asOf={filters.asOf}>Articles are those that had been collected by the end of that day (UTC), with the links of then.</AsOfBanner>}
      <FilterForm filters={filters} faults={faults} refusal={news.error} />
      {isSound && (
        <Loaded of={news} what="The news could not be read" skeleton={<Skeleton lines={40} />}>
          {(answer) => <Articles answer={answer} filters={filters} />}
        </Loaded>
      )}
    </div>
  )
}

function Articles({ answer, filters }: { readonly answer: Answer<readonly Article[]>; readonly filters: Filters }) {
  const total = answer.pagination?.total_items ?? answer.data.length
  if (answer.data.length === 0) return <Nothing filters={filters} />
  return (
    <>
      <p class="dim" role="status">
        {counted(total, 'article')} {filters.words ? 'with these words, the best match first' : 'fit, the newest first'}.
      </p>
      <ol class="articles" start={(filters.page - 1) * answer.data.length + 1}>
        {answer.data.map((article) => (
          <Line key={article.id} article={article} asOf={filters.asOf} />
        ))}
      </ol>
      <Pager page={filters.page} totalPages={answer.pagination?.total_pages ?? 1} totalItems={total} label="Pages of articles" onPage={toPage} />
    </>
  )
}

const toPage = (page: number): void => {
  setQuery({ page: page === 1 ? undefined : String(page) }, { replace: false })
  scrollTo(0, 0)
}

function Line({ article, asOf }: { readonly article: Article; readonly asOf: string | undefined }) {
  const title = article.highlights.find((one) => one.field === 'title')
  const passage = article.highlights.find((one) => one.field === 'body')
  return (
    <li class="article-line">
      <p class="article-score num">
        <Score score={article.score} />
      </p>
      <div class="article-text">
        <h2>
          <a href={`${linkTo.article(article.id)}${asOf ? `?as_of=${asOf}` : ''}`}>
            <Marked pieces={piecesOf(title?.text ?? article.title, title?.spans ?? [])} />
          </a>
        </h2>
        {passage && (
          <p>
            … <Marked pieces={piecesOf(passage.text, passage.spans)} /> …
          </p>
        )}
        <p class="dim">
          {article.publisher} · <Published article={article} /> · {sentenceCase(article.article_type)}
        </p>
      </div>
      <ul class="article-assets" aria-label="Assets it is about">
        {article.links.slice(0, MOST_LINKS).map((link) => (
          <li key={link.asset_id}>
            <a class="chip" href={linkTo.asset(link.symbol)} title={link.name}>
              {link.symbol}
            </a>
          </li>
        ))}
        {article.links.length > MOST_LINKS && <li class="dim">and {article.links.length - MOST_LINKS} more</li>}
        {article.links.length === 0 && <li class="dim">no asset of ours</li>}
      </ul>
    </li>
  )
}

const MOST_LINKS = 4

function Nothing({ filters }: { readonly filters: Filters }) {
  if (filters.page > 1)
    return (
      <Empty title={`There is no page ${filters.page}`} action={<button type="button" class="button" onClick={() => toPage(1)}>To the first page</button>}>
        The list became shorter, or the address was changed.
      </Empty>
    )
  if (isFiltered(filters))
    return (
      <Empty title="No article fits" action={<a class="button" href={filters.asOf ? `/news?as_of=${filters.asOf}` : '/news'}>Take all filters away</a>}>
        All words must be in it; “in quotes” one after the other; -word not at all. Texts whose score is withheld fit no filter by score.
      </Empty>
    )
  return (
    <Empty title={filters.asOf ? 'No article had been collected by then' : 'No articles are in the books yet'} action={<a class="button" href={filters.asOf ? '/news' : '/operations'}>{filters.asOf ? 'Back to now' : 'Look at the collection jobs'}</a>}>
      {filters.asOf ? 'Older articles that were collected later are not shown, since nobody here knew of them.' : 'They come with a job whose collector brings articles.'}
    </Empty>
  )
}
