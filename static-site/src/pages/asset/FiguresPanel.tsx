import type { Asset, SignalFields } from '~/api'
import { Change, Empty, Figure, Figures, Hint, Loaded, Panel, Skeleton } from '~/components'
import { formatDate } from '~/format'
import { asOfOf } from '~/state/asOf'
import { useAsk } from '~/state/resource'
import { figuresOf, missingOf } from './figures'
import { type View } from './view'

/** The newest signals as numbers, each with what it means. */
export function FiguresPanel({ asset, view }: { readonly asset: Asset; readonly view: View }) {
  const signals = useAsk('getSignals', { asset_id: asset.symbol, limit: 1, ...asOfOf(view) })
  return (
    <Panel title="Key figures" class="span-8">
      <Loaded of={signals} what="The signals could not be read" skeleton={<Skeleton lines={7} />}>
        {({ data }) => (data.latest_signals ? <Signals signals={data.latest_signals} currency={asset.currency} /> : <Empty title="No signals yet">They are computed after prices were loaded.</Empty>)}
      </Loaded>
    </Panel>
  )
}

function Signals({ signals, currency }: { readonly signals: SignalFields; readonly currency: string }) {
  const figures = figuresOf(signals, currency)
  const missing = missingOf(signals)
  return (
    <>
      <Figures>
        {figures.map((figure) => (
          <Figure key={figure.id} label={figure.name}>
            {figure.isChange ? <Change value={figure.amount} digits={1} /> : figure.value}
          </Figure>
        ))}
      </Figures>
      {missing.length > 0 && <p class="dim">Too little history for: {missing.join(', ')}.</p>}
      <Hint term={`What these mean; all of the session of ${formatDate(signals.date)}`}>
        <dl class="meanings">
          {figures.map((figure) => (
            <div key={figure.id}>
              <dt>{figure.name}</dt>
              <dd>{figure.meaning}</dd>
            </div>
          ))}
        </dl>
        <p>
          Computed from split-adjusted prices. <a href="/numbers">About the numbers</a>
        </p>
      </Hint>
    </>
  )
}
