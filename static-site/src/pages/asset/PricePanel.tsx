import { useMemo } from 'preact/hooks'
import { readSeries, type Answer, type Asset, type AssetSentiment, type CorporateAction, type PriceSeries, type SignalFields } from '~/api'
import { ChartFrame, PriceChart } from '~/charts'
import { Choice, Empty, Loaded, Panel, SkeletonBlock } from '~/components'
import { navigate, setQuery } from '~/router'
import { asOfOf } from '~/state/asOf'
import { useAsk, useResource, type Resource } from '~/state/resource'
import { LineSwitches } from './LineSwitches'
import { PriceSources } from './PriceSources'
import { linesSentence, priceColumns, priceRows, type PriceRow } from './priceTable'
import { candlesOf, indicatorsOf, LINE_STYLES, markersOf, overlaysOf, panesOf } from './series'
import { ADJUSTMENT_NAMES, sentenceOf } from './story'
import { ADJUSTMENTS, RANGES, startOf, type View } from './view'

const PRICE_HEIGHT = 400
const PANE_HEIGHT = 120
/** What stands around the chart, so that nothing moves when it comes. */
const AROUND = 150

type Props = { readonly asset: Asset; readonly view: View; readonly sentiment: Resource<readonly Answer<AssetSentiment>[]>; readonly last: string }

/** Candles with what happened, and the switches of range, adjustment and lines. */
export function PricePanel({ asset, view, sentiment, last }: Props) {
  const start = startOf(view.range, last)
  const asked = { id: asset.symbol, start, ...asOfOf(view) }
  const prices = useResource(JSON.stringify([asked, view.adjustment]), (signal) => readSeries('getPrices', { ...asked, adjustment: view.adjustment, shape: 'columns' }, signal), !view.asOf)
  // Every later action moves the first bar of a series that is adjusted for all of them: one bar is enough to list them.
  const actions = useAsk('getPrices', { ...asked, adjustment: 'all', shape: 'columns', limit: 1 })
  const signals = useSignals(asset, view, start, last)
  const height = PRICE_HEIGHT + PANE_HEIGHT * panesOf(view.lines)
  return (
    <Panel title="Price" aside={<Choice label="Range" value={view.range} options={RANGES.map((value) => ({ value, label: value.toUpperCase() }))} onValue={(range) => setQuery({ range })} />}>
      <div class="price-tools">
        <Choice label="Adjustment" value={view.adjustment} options={ADJUSTMENTS.map((value) => ({ value, label: ADJUSTMENT_NAMES[value] }))} onValue={(adjustment) => setQuery({ adjustment })} />
        <LineSwitches view={view} />
      </div>
      <Loaded of={prices} what="The prices could not be read" skeleton={<SkeletonBlock height={height + AROUND} label="Loading the prices" />}>
        {(answers) => (
          <Prices
            asset={asset}
            answers={answers}
            actions={actions.data?.data.applied_actions ?? NO_ACTIONS}
            signals={signals.data ?? NO_SIGNALS}
            sentiment={sentiment.data}
            view={view}
            height={height}
          />
        )}
      </Loaded>
      {signals.error && <p class="dim">The lines could not be read: {signals.error.message}</p>}
    </Panel>
  )
}

const NO_ACTIONS: readonly CorporateAction[] = []
const NO_SIGNALS: readonly SignalFields[] = []

/** Signals of the lines that can be drawn: averages of split-adjusted closes fit no other prices. */
function useSignals(asset: Asset, view: View, start: string | undefined, last: string): Resource<readonly SignalFields[]> {
  const indicators = indicatorsOf(drawable(view))
  const asked = { asset_id: asset.symbol, start_date: start ?? asset.first_date ?? FIRST_DATE, end_date: last, indicators, ...asOfOf(view) }
  return useResource(indicators === undefined ? undefined : JSON.stringify(asked), async (signal) => (await readSeries('getSignals', asked, signal)).flatMap((answer) => answer.data.historical_signals), !view.asOf)
}

const FIRST_DATE = '1900-01-01'

const drawable = (view: View) => view.lines.filter((line) => view.adjustment === 'split' || LINE_STYLES[line].place === 'pane')

type PricesProps = {
  readonly asset: Asset
  readonly answers: readonly Answer<PriceSeries>[]
  readonly actions: readonly CorporateAction[]
  readonly signals: readonly SignalFields[]
  readonly sentiment: readonly Answer<AssetSentiment>[] | undefined
  readonly view: View
  readonly height: number
}

function Prices({ asset, answers, actions, signals, sentiment, view, height }: PricesProps) {
  const columns = useMemo(() => answers.flatMap((answer) => answer.data.columns ?? []), [answers])
  const warnings = answers.flatMap((answer) => answer.metadata.warnings)
  const candles = useMemo(() => candlesOf(columns), [columns])
  const lines = drawable(view).join()
  const overlays = useMemo(() => overlaysOf(drawable(view), signals), [lines, signals])
  const markers = useMemo(() => markersOf(actions, sentiment?.flatMap((answer) => answer.data.points) ?? [], candles, asset.currency), [actions, sentiment, candles])
  const rows = useMemo(() => priceRows(columns), [columns])
  const table = { columns: priceColumns(overlays, markers), rows, rowKey: (row: PriceRow) => row.date }
  if (candles.length === 0) return <NoPrices warnings={warnings} />
  return (
    <>
      <ChartFrame title={`${asset.symbol} day by day, in ${asset.currency}`} sentence={sentenceOf(candles, view.adjustment, asset.currency) + linesSentence(overlays)} table={table}>
        <PriceChart label={`Prices of ${asset.symbol}`} candles={candles} overlays={overlays} markers={markers} height={height} onSelect={chooseDay} />
      </ChartFrame>
      {markers.length > 0 && <MarkerKey />}
      <PriceSources series={answers.map((answer) => answer.data)} actions={actions} warnings={warnings} currency={asset.currency} />
    </>
  )
}

/** What stands at the candles; in words too, since signs alone say nothing. */
const MarkerKey = () => (
  <p class="marker-key dim">
    <span class="marker-dividend" aria-hidden="true">●</span> dividend <span class="marker-split" aria-hidden="true">■</span> split <span class="marker-news" aria-hidden="true">⬇</span> a session that was much written about, with its number of articles. A click or Enter shows the
    articles of a session below.
  </p>
)

/** The articles of a session stand below; the chart stays where it is. */
const chooseDay = (day: string): void => {
  const search = new URLSearchParams(location.search)
  search.set('day', day)
  navigate(`${location.pathname}?${search.toString()}`, { replace: true })
}

const NoPrices = ({ warnings }: { readonly warnings: readonly string[] }) => (
  <Empty title="No prices in this range" action={<button type="button" class="button" onClick={() => setQuery({ range: 'max' })}>Show all there is</button>}>
    {warnings.join('; ') || 'The asset may have begun later, or ended before.'}
  </Empty>
)
