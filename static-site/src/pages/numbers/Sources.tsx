import type { Collector, Source } from '~/api'
import { DataTable, Instant, Loaded, Skeleton, type Column } from '~/components'
import { linkTo } from '~/router'
import { useAsk } from '~/state/resource'

/** What the API names as the source of prices, and all providers that this installation may ask. */
export function Sources() {
  const assets = useAsk('searchAssets', { per_page: 1 })
  const asset = assets.data?.data[0]
  const prices = useAsk('getPrices', asset ? { id: asset.id, limit: 1 } : undefined)
  return (
    <>
      <p>
        Every series names its source, its licence and whom to thank; an asset’s page shows them. {asset && <>Those of the prices of <a href={linkTo.asset(asset.symbol)}>{asset.symbol}</a>:</>}
      </p>
      {assets.error ? (
        <Loaded of={assets} what="The assets could not be read">{() => null}</Loaded>
      ) : assets.data && !asset ? (
        <p class="dim">The books hold no assets yet.</p>
      ) : (
        <Loaded of={prices} what="The sources could not be read" skeleton={<Skeleton lines={4} />}>
          {(answer) => <DataTable caption={`Sources of the prices of ${answer.data.asset.symbol}`} columns={SOURCE_COLUMNS} rows={answer.data.sources} rowKey={(source) => source.name} />}
        </Loaded>
      )}
      <Providers />
      <p class="dim">Text of news belongs to its publishers; headlines are shown with a link to them where one is known.</p>
    </>
  )
}

const SOURCE_COLUMNS: readonly Column<Source>[] = [
  { id: 'name', label: 'Source', isRowHeader: true, cell: (source) => <span class="numbers-text">{source.name}</span> },
  { id: 'licence', label: 'Licence', cell: (source) => <span class="numbers-text">{source.licence || 'not said'}</span> },
  { id: 'attribution', label: 'Named', cell: (source) => <span class="numbers-text">{source.attribution || 'nobody'}</span> },
  { id: 'as-of', label: 'Knows up to', isMinor: true, cell: (source) => <Instant at={source.as_of} /> },
]

function Providers() {
  const collectors = useAsk('listCollectors', {})
  if (collectors.error?.needsSignIn) {
    return (
      <p class="dim">
        The list of all providers with their terms is shown to advisors and administrators: <a href="/account?next=/numbers">sign in</a>.
      </p>
    )
  }
  return (
    <Loaded of={collectors} what="The providers could not be read" skeleton={<Skeleton lines={12} />}>
      {(answer) => <DataTable caption="Providers that this installation knows" columns={PROVIDER_COLUMNS} rows={answer.data} rowKey={(one) => one.provider} />}
    </Loaded>
  )
}

const PROVIDER_COLUMNS: readonly Column<Collector>[] = [
  { id: 'title', label: 'Provider', isRowHeader: true, sortBy: (one) => one.title, cell: (one) => <span class="numbers-text">{one.title}</span> },
  { id: 'on', label: 'Asked', sortBy: (one) => String(one.enabled), cell: (one) => (one.enabled ? 'yes' : 'switched off') },
  { id: 'licence', label: 'Licence', cell: (one) => <span class="numbers-text">{one.licence || 'not said'}</span> },
  { id: 'terms', label: 'Terms', isMinor: true, cell: (one) => <span class="numbers-text">{one.terms || 'not said'}</span> },
  { id: 'named', label: 'Named', isMinor: true, cell: (one) => <span class="numbers-text">{one.attribution || 'nobody'}</span> },
]
