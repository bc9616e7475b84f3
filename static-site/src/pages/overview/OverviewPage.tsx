import { useMemo } from 'preact/hooks'
import { readAll } from '~/api'
import { Change, Empty, Figure, Figures, Loaded, PageHead, Panel, Skeleton, SkeletonBlock } from '~/components'
import { formatDate, formatInteger } from '~/format'
import { useResource } from '~/state/resource'
import { watchlist } from '~/state/watchlist'
import { Freshness } from './Freshness'
import { gainers, losers, marketOf, type Market } from './market'
import { MoversTable } from './MoversTable'
import { SectorMap } from './SectorMap'
import { SentimentPulse } from './SentimentPulse'

const SHOWN_MOVERS = 6

/** The market at a glance. */
export default function OverviewPage() {
  const assets = useResource('market', (signal) => readAll('searchAssets', {}, signal))
  return (
    <div class="page">
      <PageHead title="Overview" lead="The newest session in the books: who rose, who fell, and what the news said." />
      <Loaded of={assets} what="The market could not be read" skeleton={<OverviewSkeleton />}>
        {(list) => <Body items={list.items} />}
      </Loaded>
      <div class="grid">
        <Panel title="Sentiment of the news" class="span-6">
          <SentimentPulse />
        </Panel>
        <Panel title="Freshness of the data" class="span-6">
          <Freshness />
        </Panel>
      </div>
    </div>
  )
}

function Body({ items }: { readonly items: Parameters<typeof marketOf>[0] }) {
  const market = useMemo(() => marketOf(items), [items])
  if (market.session === undefined) return <NoPrices />
  const watched = market.movers.filter((mover) => watchlist.value.includes(mover.asset.symbol))
  return (
    <>
      <Breadth market={market} />
      <div class="grid">
        <Panel title="Sectors" class="span-8">
          <SectorMap market={market} />
        </Panel>
        <div class="span-4 stack">
          <Panel title="Largest gains" aside={<a href="/assets?sort=-change">All</a>}>
            <MoversTable caption="Largest gains of the session" movers={gainers(market, SHOWN_MOVERS)} none="Nothing rose in this session." />
          </Panel>
          <Panel title="Largest losses" aside={<a href="/assets?sort=change">All</a>}>
            <MoversTable caption="Largest losses of the session" movers={losers(market, SHOWN_MOVERS)} none="Nothing fell in this session." />
          </Panel>
        </div>
      </div>
      {watched.length > 0 && (
        <Panel title="Watch list" aside={<a href="/assets?show=watched">Open</a>}>
          <MoversTable caption="Your watch list" movers={watched} none="" />
        </Panel>
      )}
    </>
  )
}

function Breadth({ market }: { readonly market: Market }) {
  const spy = market.movers.find((mover) => mover.asset.symbol === 'SPY')
  return (
    <Panel title={`Session of ${formatDate(market.session)}`}>
      <Figures>
        {spy && (
          <Figure label="S&P 500 (SPY)">
            <Change value={spy.change} />
          </Figure>
        )}
        <Figure label="Rose">{formatInteger(market.rising)}</Figure>
        <Figure label="Fell">{formatInteger(market.falling)}</Figure>
        <Figure label="Unchanged">{formatInteger(market.unchanged)}</Figure>
        <Figure label="With a price of this session">{formatInteger(market.movers.length)}</Figure>
      </Figures>
    </Panel>
  )
}

const NoPrices = () => (
  <Empty title="No prices are in the books yet" action={<a class="button" href="/operations">Look at the collection jobs</a>}>
    They come with the first collection run; <code>local/lumia demo</code> loads six years of real prices.
  </Empty>
)

const OverviewSkeleton = () => (
  <div class="grid">
    <Skeleton lines={3} />
    <div class="span-8">
      <SkeletonBlock height={420} label="Loading the market" />
    </div>
    <div class="span-4">
      <Skeleton lines={14} />
    </div>
  </div>
)
