import type { Answer, MarketOverview } from '~/api'
import { urlOf } from '~/api'
import { AsOfBanner, AsOfPicker, Empty, Loaded, PageHead, Panel, Skeleton, SkeletonBlock } from '~/components'
import { formatCompactMoney, formatDate } from '~/format'
import { query } from '~/router'
import { asOfOf, faultOfAsOf, readDate } from '~/state/asOf'
import { useLive } from '~/state/resource'
import { Breadth } from './Breadth'
import { CorrelationPanel } from './CorrelationPanel'
import { Freshness } from './Freshness'
import { MoversTable } from './MoversTable'
import { Notes } from './Notes'
import { largestByVolume, marketState } from './overview'
import { SectorMap } from './SectorMap'
import { SentimentPulse } from './SentimentPulse'
import { Watched } from './Watched'
import './overview.css'

const EVERY_SECONDS = 300
const SHOWN = { per_sector: 12, movers: 6 } as const
const COMPARED = 10

/** The market at a glance. */
export default function OverviewPage() {
  const asked = query.value.get('as_of')
  const asOf = readDate(asked)
  const parameters = { ...SHOWN, ...asOfOf({ asOf }) }
  const market = useLive('getMarketOverview', parameters, EVERY_SECONDS)
  const today = (market.data?.metadata.timestamp ?? new Date().toISOString()).slice(0, 10)
  return (
    <div class="page">
      <PageHead title="Overview" lead="Who rose and who fell in the newest session, and what was written about it.">
        <AsOfPicker asOf={asOf} today={today} />
      </PageHead>
      {asked && !asOf && <NotADay fault={faultOfAsOf(asked, today)} />}
      {asOf && <AsOfBanner asOf={asOf}>Prices and texts are what was known at the end of that day (UTC), assets included that are no longer traded; nothing that came later is in them.</AsOfBanner>}
      <Loaded of={market} what="The market could not be read" skeleton={<OverviewSkeleton />}>
        {(answer) => <Body answer={answer} asOf={asOf} source={urlOf('getMarketOverview', parameters)} />}
      </Loaded>
    </div>
  )
}

const NotADay = ({ fault }: { readonly fault: string | undefined }) => (
  <div class="banner" role="status">
    <p>{fault}. What is shown is the newest.</p>
  </div>
)

type BodyProps = { readonly answer: Answer<MarketOverview>; readonly asOf: string | undefined; readonly source: string }

function Body({ answer, asOf, source }: BodyProps) {
  const market = answer.data
  if (market.session == null) return <NoPrices asOf={asOf} />
  return (
    <>
      <Panel title={`Session of ${formatDate(market.session)}`} aside={<StateChip market={market} />}>
        <Breadth breadth={market.breadth} />
      </Panel>
      <div class="grid">
        <Panel title="Sectors" class="span-8">
          <SectorMap market={market} />
        </Panel>
        <Movers market={market} />
      </div>
      <Watched asOf={asOf} />
      <div class="grid">
        <Panel title="Sentiment" class="span-6">
          <SentimentPulse pulse={market.sentiment} asOf={asOf} />
        </Panel>
        <CorrelationPanel suggested={largestByVolume(market, COMPARED).map((asset) => asset.symbol)} asOf={asOf} />
      </div>
      <Panel title="Freshness of the data">
        <Freshness market={market} />
        <Notes warnings={answer.metadata.warnings} />
        <p class="dim small">
          Sessions, returns, sectors and sentiment come from <a href={source}>one answer of the API</a>; a symbol leads to its prices and their sources.
        </p>
      </Panel>
    </>
  )
}

function StateChip({ market }: { readonly market: MarketOverview }) {
  const state = marketState(market)
  return (
    <span class={`chip ${state.isGood ? 'chip-good' : 'chip-warn'}`}>
      <span aria-hidden="true">{state.isGood ? '●' : '▲'}</span> {state.text}
    </span>
  )
}

function Movers({ market }: { readonly market: MarketOverview }) {
  const least = formatCompactMoney(market.movers.least_dollar_volume, market.currency ?? '')
  return (
    <div class="span-4 stack">
      <Panel title="Largest gains" aside={<a href="/assets?sort=-change">All changes</a>}>
        <MoversTable caption="Largest gains of the session" assets={market.movers.up} none="Nothing rose in this session." />
      </Panel>
      <Panel title="Largest losses" aside={<a href="/assets?sort=change">All changes</a>}>
        <MoversTable caption="Largest losses of the session" assets={market.movers.down} none="Nothing fell in this session." />
        <p class="dim small">Assets that trade {least} or more on an average day.</p>
      </Panel>
    </div>
  )
}

const NoPrices = ({ asOf }: { readonly asOf: string | undefined }) =>
  asOf ? (
    <Empty title={`No prices were known on ${formatDate(asOf)}`} action={<a class="button" href="/">Back to now</a>}>
      The books begin later.
    </Empty>
  ) : (
    <Empty title="No prices are in the books yet" action={<a class="button" href="/operations">Look at the collection jobs</a>}>
      They come with the first collection run; <code>local/lumia demo</code> loads five years of real prices.
    </Empty>
  )

const OverviewSkeleton = () => (
  <>
    <SkeletonBlock height={170} label="Loading the market" />
    <div class="grid">
      <div class="span-8">
        <SkeletonBlock height={640} label="Loading the sectors" />
      </div>
      <div class="span-4">
        <Skeleton lines={24} />
      </div>
    </div>
  </>
)
