import { isSignedIn, toNumber, type AssetGlance, type MarketOverview } from '~/api'
import { Bars, ChartFrame } from '~/charts'
import { Empty, Figure, Figures, Loaded, SignedNumber, type Column } from '~/components'
import { counted, formatDate, formatInteger, formatSigned } from '~/format'
import { linkTo } from '~/router'
import { asOfOf } from '~/state/asOf'
import { useAsk } from '~/state/resource'

type Pulse = NonNullable<MarketOverview['sentiment']>

const BARS = 5
const HEADLINES = 4

/** How assets are written about; says what is needed where the API keeps it back. */
export function SentimentPulse({ pulse, asOf }: { readonly pulse: MarketOverview['sentiment']; readonly asOf: string | undefined }) {
  if (!pulse) return <Withheld />
  if (pulse.texts === 0) return <NothingWritten days={pulse.days} />
  return (
    <>
      <Figures>
        <Figure label="Mean score, −1 to 1" note="weighted by texts">
          <SignedNumber value={pulse.mean} />
        </Figure>
        <Figure label="Texts scored" note={`in ${counted(pulse.days, 'day')}`}>
          {formatInteger(pulse.texts)}
        </Figure>
        <Figure label="Assets written about">{formatInteger(pulse.assets)}</Figure>
      </Figures>
      <Extremes pulse={pulse} />
      <Headlines asOf={asOf} />
    </>
  )
}

const Withheld = () =>
  isSignedIn.value ? (
    <Empty title="Your account may not read sentiment" action={<a class="button" href="/account">Look at the account</a>}>
      It needs the permission <code>signals:read</code>; who runs this site can give it.
    </Empty>
  ) : (
    <Empty title="Sign in to see sentiment" action={<a class="button" href="/account">Sign in</a>}>
      How news and filings speak of each asset is shown to accounts. Prices and returns need none.
    </Empty>
  )

const NothingWritten = ({ days }: { readonly days: number }) => (
  <Empty title={`Nothing was written in these ${days} days`} action={<a class="button" href="/news">Look at the news</a>}>
    Scores come with news and filings; the books hold none of this week.
  </Empty>
)

const COLUMNS: readonly Column<AssetGlance>[] = [
  { id: 'symbol', label: 'Symbol', cell: (asset) => <a href={linkTo.asset(asset.symbol)}>{asset.symbol}</a> },
  { id: 'name', label: 'Name', cell: (asset) => <span class="dim clip">{asset.name}</span> },
  { id: 'texts', label: 'Texts', isNumber: true, cell: (asset) => formatInteger(asset.texts) },
  { id: 'score', label: 'Score', isNumber: true, cell: (asset) => <SignedNumber value={asset.sentiment} /> },
]

/** The highest and the lowest scores, from high to low. */
function Extremes({ pulse }: { readonly pulse: Pulse }) {
  const assets = [...pulse.positive.slice(0, BARS), ...pulse.negative.slice(0, BARS).reverse()]
  if (assets.length === 0) return <p class="dim">No asset has {pulse.least_texts} texts or more with a score that leans either way.</p>
  const slices = assets.flatMap((asset) => (asset.sentiment == null ? [] : [{ label: asset.symbol, value: toNumber(asset.sentiment) }]))
  return (
    <ChartFrame title="Assets written about best and worst" sentence={sentenceOf(pulse)} table={{ columns: COLUMNS, rows: assets, rowKey: (asset) => asset.id }}>
      <Bars isSigned label={slices.map((slice) => `${slice.label} ${formatSigned(slice.value)}`).join(', ')} slices={slices} formatValue={formatSigned} />
    </ChartFrame>
  )
}

function sentenceOf({ positive, negative, least_texts: least }: Pulse): string {
  const [best, worst] = [positive[0], negative[0]]
  const said = [best && `Best: ${best.symbol} with ${formatSigned(best.sentiment)}.`, worst && `Worst: ${worst.symbol} with ${formatSigned(worst.sentiment)}.`].filter(Boolean).join(' ')
  return `${said} Assets with ${counted(least, 'text')} or more.`
}

/** The newest articles, each with its score. */
function Headlines({ asOf }: { readonly asOf: string | undefined }) {
  const news = useAsk('searchNews', { per_page: HEADLINES, ...asOfOf({ asOf }) })
  return (
    <Loaded of={news} what="The news could not be read">
      {(answer) =>
        answer.data.length > 0 && (
          <ul class="headlines" aria-label="Newest articles">
            {answer.data.map((article) => (
              <li key={article.id}>
                <SignedNumber value={article.score?.abstained ? null : article.score?.score} />
                <a href={linkTo.article(article.id)}>{article.title}</a>
                <span class="dim">
                  <time dateTime={article.published_at}>{formatDate(article.published_at.slice(0, 10))}</time>
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
