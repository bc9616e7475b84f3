import { toNumber, type Article, type ArticleLink } from '~/api'
import { DataTable, Empty, Panel, type Column } from '~/components'
import { formatPercent } from '~/format'
import { linkTo } from '~/router'
import { Score } from './Parts'
import { methodText } from './words'

const COLUMNS: readonly Column<ArticleLink>[] = [
  {
    id: 'asset',
    label: 'Asset',
    cell: (link) => (
      <>
        <a href={linkTo.asset(link.symbol)}>{link.symbol}</a> <span class="dim minor">{link.name}</span>
      </>
    ),
  },
  { id: 'relevance', label: 'About it', isNumber: true, sortBy: (link) => toNumber(link.relevance), cell: (link) => formatPercent(link.relevance, 0) },
  {
    id: 'evidence',
    label: 'Evidence',
    cell: (link) => (
      <>
        {link.evidence.length > 0 && <q>{[...new Set(link.evidence.map((span) => span.text))].join(', ')}</q>} <span class="dim">{methodText(link)}</span>
      </>
    ),
  },
  { id: 'score', label: 'What it says about it', cell: (link) => (link.score ? <Score score={link.score} /> : <span class="dim">its words do not name it</span>) },
]

/** Whom the article is about, why we believe so, and what it says about each. */
export const AboutAssets = ({ article }: { readonly article: Article }) => (
  <Panel title="About these assets">
    <DataTable caption="Assets, the most relevant first" isCaptionHidden columns={COLUMNS} rows={article.links} rowKey={(link) => link.asset_id} empty={<Empty title="It is about no asset of our books" />} />
  </Panel>
)
