import type { AssetGlance } from '~/api'
import { Change, DataTable, type Column } from '~/components'
import { formatPrice } from '~/format'
import { linkTo } from '~/router'

const COLUMNS: readonly Column<AssetGlance>[] = [
  { id: 'symbol', label: 'Symbol', cell: (asset) => <a href={linkTo.asset(asset.symbol)}>{asset.symbol}</a> },
  { id: 'name', label: 'Name', cell: (asset) => <span class="dim clip">{asset.name}</span> },
  { id: 'price', label: 'Close', isNumber: true, cell: (asset) => formatPrice(asset.close) },
  { id: 'change', label: 'Return', isNumber: true, cell: (asset) => <Change value={asset.return_1d} /> },
]

export function MoversTable({ caption, assets, none }: { readonly caption: string; readonly assets: readonly AssetGlance[]; readonly none: string }) {
  return <DataTable caption={caption} isCaptionHidden columns={COLUMNS} rows={assets} rowKey={(asset) => asset.id} empty={<p class="dim">{none}</p>} />
}
