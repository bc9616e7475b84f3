import { readSeries, type Answer, type Asset } from '~/api'
import { AsOfBanner, AsOfPicker, Change, Empty, ErrorBox, Figure, Figures, Loaded, PageHead, Panel, Skeleton, SkeletonBlock } from '~/components'
import { assetTypeName, formatCompactMoney, formatDate, formatMoney } from '~/format'
import { query, type PageProps } from '~/router'
import { asOfOf } from '~/state/asOf'
import { useAsk, useResource } from '~/state/resource'
import { isWatched, toggleWatched, watchlist } from '~/state/watchlist'
import './asset.css'
import { FiguresPanel } from './FiguresPanel'
import { FundamentalsPanel } from './FundamentalsPanel'
import { freshnessOf } from './health'
import { HealthPanel } from './HealthPanel'
import { PricePanel } from './PricePanel'
import { SentimentPanel } from './SentimentPanel'
import { SeriesPanel } from './SeriesPanel'
import { readView, startOf, type View } from './view'

/** Everything the books know about one asset, from now or from any day before. */
export default function AssetPage({ params }: PageProps) {
  const symbol = params['symbol'] ?? ''
  const view = readView(query.value)
  // Another asset or another day is another page: nothing of the one before may stand beside it.
  return <OneAsset key={`${symbol} ${view.asOf ?? ''}`} symbol={symbol} view={view} />
}

function OneAsset({ symbol, view }: { readonly symbol: string; readonly view: View }) {
  const asset = useAsk('getAsset', { id: symbol, ...asOfOf(view) })
  if (asset.error?.status === 404 && !asset.data) return <Unknown symbol={symbol} view={view} />
  return (
    <div class="page">
      {asset.data ? <Head answer={asset.data} view={view} /> : <PageHead title={symbol} lead=" " />}
      {/* With the head, which would push it down. */}
      {view.asOf && (asset.data ?? asset.error) && <Past asOf={view.asOf} />}
      {asset.error && !asset.data ? (
        <ErrorBox error={asset.error} what="The asset could not be read" onRetry={asset.reload} />
      ) : (
        <Loaded of={asset} skeleton={<AssetSkeleton />}>
          {({ data }) => <Body asset={data} view={view} />}
        </Loaded>
      )}
    </div>
  )
}

const Past = ({ asOf }: { readonly asOf: string }) => (
  <AsOfBanner asOf={asOf}>Price, signals, sentiment, articles and reports are what was known at the end of that day (UTC); nothing that came later is in them. The data health is that of the books today.</AsOfBanner>
)

function Head({ answer, view }: { readonly answer: Answer<Asset>; readonly view: View }) {
  const asset = answer.data
  const industry = [asset.sector, asset.industry].filter(Boolean).join(', ')
  const lead = [assetTypeName(asset.asset_type), asset.exchange, industry, unitOf(asset)].filter(Boolean).join(' · ')
  const isOn = watchlist.value.includes(asset.symbol)
  const today = view.asOf ? new Date(answer.metadata.timestamp) : new Date(answer.metadata.as_of ?? answer.metadata.timestamp)
  return (
    <PageHead
      title={
        <>
          {asset.symbol} <span class="asset-name">{asset.name}</span>
        </>
      }
      lead={lead}
    >
      <button type="button" class="button" aria-pressed={isOn} onClick={() => toggleWatched(asset.symbol)}>
        <span aria-hidden="true">{isWatched(asset.symbol) ? '★' : '☆'}</span> {isOn ? 'Watched' : 'Watch'}
      </button>
      <AsOfPicker asOf={view.asOf} today={today.toISOString().slice(0, 10)} />
    </PageHead>
  )
}

/** What the numbers of the page count; a rate or an index is no price. */
const unitOf = (asset: Asset): string => (isSeries(asset) ? `in ${asset.attributes['unit'] ?? 'units of the source'}` : `prices in ${asset.currency}`)

/** Rates, yields and economic numbers: a value for each period instead of bars. */
const isSeries = (asset: Asset): boolean => asset.attributes['frequency'] !== undefined

function Body({ asset, view }: { readonly asset: Asset; readonly view: View }) {
  const gaps = useAsk('findGaps', { symbol: asset.symbol, per_page: 1 })
  const last = asset.latest_price_date
  return (
    <>
      {!isSeries(asset) && (
        <section class="panel" aria-label="Newest price">
          <Newest asset={asset} view={view} gaps={gaps.data?.data.find((one) => one.asset.id === asset.id)} />
        </section>
      )}
      {isSeries(asset) ? <SeriesPanel asset={asset} view={view} /> : last ? <Priced asset={asset} view={view} last={last} /> : <NoPriceYet asset={asset} view={view} />}
      <div class="grid">
        {!isSeries(asset) && last && <FiguresPanel asset={asset} view={view} />}
        <HealthPanel asset={asset} gaps={gaps} isPast={view.asOf !== undefined} />
      </div>
      {asset.asset_type === 'stock' && <FundamentalsPanel asset={asset} view={view} />}
      {asset.description && (
        <Panel title={view.asOf ? 'About, as the books say today' : 'About'}>
          <p>{asset.description}</p>
        </Panel>
      )}
    </>
  )
}

/** Price and sentiment of the same days; the sentiment's busiest sessions are marked at the price. */
function Priced({ asset, view, last }: { readonly asset: Asset; readonly view: View; readonly last: string }) {
  const start = startOf(view.range, last)
  const asked = { id: asset.symbol, start, end: last, ...asOfOf(view) }
  const sentiment = useResource(JSON.stringify(asked), (signal) => readSeries('getSentiment', asked, signal), !view.asOf)
  return (
    <>
      <PricePanel asset={asset} view={view} sentiment={sentiment} last={last} />
      <SentimentPanel asset={asset} view={view} sentiment={sentiment} first={start ?? asset.first_date ?? last} last={last} />
    </>
  )
}

type NewestProps = { readonly asset: Asset; readonly view: View; readonly gaps: Parameters<typeof freshnessOf>[0] | undefined }

function Newest({ asset, view, gaps }: NewestProps) {
  const freshness = view.asOf === undefined && gaps ? freshnessOf(gaps) : undefined
  return (
    <Figures>
      <Figure label="Close, as traded" note={`session of ${formatDate(asset.latest_price_date)}`}>
        {formatMoney(asset.latest_price, asset.currency)}
      </Figure>
      <Figure label="Change" note="from the session before">
        <Change value={asset.daily_change} />
      </Figure>
      {view.asOf === undefined && asset.market_cap != null && (
        <Figure label="Market cap" note="an estimate of the source">
          {formatCompactMoney(asset.market_cap, asset.currency)}
        </Figure>
      )}
      <div class="figure">
        <dt>Data</dt>
        <dd>
          <span class={`chip ${freshness ? `chip-${freshness.tone}` : 'chip-quiet'}`}>
            <span aria-hidden="true">{freshness?.tone === 'warn' ? '▲' : '●'}</span> {freshness?.text ?? (view.asOf ? `Looking back to ${formatDate(view.asOf)}` : `Data of ${formatDate(asset.latest_price_date)}`)}
          </span>
          {asset.status === 'delisted' && <span class="chip chip-warn">▲ delisted {formatDate(asset.last_date)}</span>}
        </dd>
      </div>
    </Figures>
  )
}

const NoPriceYet = ({ asset, view }: { readonly asset: Asset; readonly view: View }) => (
  <Empty title={view.asOf ? `No price of ${asset.symbol} was known on ${formatDate(view.asOf)}` : `No price of ${asset.symbol} is in the books`} action={<a class="button" href={view.asOf ? `/assets/${encodeURIComponent(asset.symbol)}` : '/operations'}>{view.asOf ? 'Back to now' : 'Look at the collection jobs'}</a>}>
    {view.asOf ? 'The asset may have begun later.' : 'Prices come with the next collection run that includes it.'}
  </Empty>
)

const Unknown = ({ symbol, view }: { readonly symbol: string; readonly view: View }) => (
  <div class="page">
    <PageHead title={symbol} lead="No asset of our books has this symbol." />
    {view.asOf && <Past asOf={view.asOf} />}
    <Empty title={`“${symbol}” is not in the books`} action={<a class="button" href={`/assets?q=${encodeURIComponent(symbol)}`}>Search for it</a>}>
      Symbols are those of the exchange, such as AAPL. A renamed company has its newest one.
    </Empty>
  </div>
)

const AssetSkeleton = () => (
  <>
    <Skeleton lines={3} />
    <SkeletonBlock height={640} label="Loading the asset" />
  </>
)
