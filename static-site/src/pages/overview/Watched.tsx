import { readAll, type Asset } from '~/api'
import { Change, DataTable, Loaded, Panel, Skeleton, type Column } from '~/components'
import { formatDate, formatPrice } from '~/format'
import { linkTo } from '~/router'
import { asOfOf } from '~/state/asOf'
import { useResource } from '~/state/resource'
import { watchlist } from '~/state/watchlist'

const COLUMNS: readonly Column<Asset>[] = [
  { id: 'symbol', label: 'Symbol', cell: (asset) => <a href={linkTo.asset(asset.symbol)}>{asset.symbol}</a> },
  { id: 'name', label: 'Name', cell: (asset) => <span class="dim clip">{asset.name}</span> },
  { id: 'price', label: 'Close', isNumber: true, cell: (asset) => formatPrice(asset.latest_price) },
  { id: 'change', label: 'Change', isNumber: true, cell: (asset) => <Change value={asset.daily_change} /> },
  { id: 'date', label: 'Of', isNumber: true, isMinor: true, cell: (asset) => <span class="dim">{formatDate(asset.latest_price_date)}</span> },
]

/** The reader's own assets; nothing where none are marked. */
export function Watched({ asOf }: { readonly asOf: string | undefined }) {
  const symbols = watchlist.value
  const assets = useResource(symbols.length > 0 ? `watched ${asOf ?? ''}` : undefined, (signal) => readAll('searchAssets', asOfOf({ asOf }), signal), !asOf)
  if (symbols.length === 0) return null
  return (
    <Panel title="Watch list" aside={<a href="/assets?show=watched">Open</a>}>
      <Loaded of={assets} what="The watch list could not be read" skeleton={<Skeleton lines={symbols.length * 2} />}>
        {(list) => <DataTable caption="Your watch list" isCaptionHidden columns={COLUMNS} rows={list.items.filter((asset) => symbols.includes(asset.symbol))} rowKey={(asset) => asset.id} empty={<p class="dim">None of the assets you marked was known then.</p>} />}
      </Loaded>
    </Panel>
  )
}
