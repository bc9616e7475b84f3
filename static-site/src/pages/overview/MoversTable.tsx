import { Change, DataTable, type Column } from '~/components'
import { formatPrice } from '~/format'
import { linkTo } from '~/router'
import type { Mover } from './market'

const COLUMNS: readonly Column<Mover>[] = [
  { id: 'symbol', label: 'Symbol', cell: ({ asset }) => <a href={linkTo.asset(asset.symbol)}>{asset.symbol}</a> },
  { id: 'name', label: 'Name', cell: ({ asset }) => <span class="dim clip">{asset.name}</span> },
  { id: 'price', label: 'Close', isNumber: true, cell: ({ asset }) => formatPrice(asset.latest_price) },
  { id: 'change', label: 'Change', isNumber: true, cell: ({ change }) => <Change value={change} /> },
]

export function MoversTable({ caption, movers, none }: { readonly caption: string; readonly movers: readonly Mover[]; readonly none: string }) {
  return <DataTable caption={caption} isCaptionHidden columns={COLUMNS} rows={movers} rowKey={(mover) => mover.asset.id} empty={<p class="dim">{none}</p>} />
}
