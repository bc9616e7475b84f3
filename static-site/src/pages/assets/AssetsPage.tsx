import { useMemo } from 'preact/hooks'
import { numberOf, readAll, type Asset, type ParametersOf } from '~/api'
import { Change, DataTable, Empty, Loaded, PageHead, SelectField, Skeleton, TextField, type Column, type Sort } from '~/components'
import { assetTypeName, counted, formatCompactMoney, formatDate, formatPrice } from '~/format'
import { linkTo, query, setQuery } from '~/router'
import { useResource } from '~/state/resource'
import { isWatched, toggleWatched, watchlist } from '~/state/watchlist'
import './assets.css'

const TYPES = ['stock', 'etf', 'mutual_fund', 'crypto', 'forex', 'bond', 'commodity', 'economic_indicator', 'index'] as const

type AssetType = (typeof TYPES)[number]

/** The assets of the books: found by typing, filtered, sorted, and marked for one's watch list. */
export default function AssetsPage() {
  const filters = readFilters(query.value)
  const found = useResource(JSON.stringify(filters.asked), (signal) => readAll('searchAssets', filters.asked, signal), true)
  const sectors = useSectors(found.data?.items)
  return (
    <div class="page">
      <PageHead title="Assets" lead="Everything the books hold, with its newest close and the change from the session before." />
      <form class="filters" role="search" aria-label="Assets" onSubmit={(event) => event.preventDefault()}>
        <TextField name="q" type="search" label="Search" placeholder="Symbol, name, sector, industry" value={filters.words} onValue={(q) => setQuery({ q })} />
        <SelectField name="type" label="Type" value={filters.type} onValue={(type) => setQuery({ type })} options={[{ value: '', label: 'All types' }, ...TYPES.map((value) => ({ value, label: assetTypeName(value) }))]} />
        <SelectField name="sector" label="Sector" value={filters.sector} onValue={(sector) => setQuery({ sector })} options={['', ...sectors].map((value) => ({ value, label: value || 'All sectors' }))} />
        <SelectField name="show" label="Show" value={filters.show} onValue={(show) => setQuery({ show })} options={[{ value: '', label: 'All' }, { value: 'watched', label: `Watch list (${watchlist.value.length})` }]} />
      </form>
      <Loaded of={found} what="The assets could not be read" skeleton={<Skeleton lines={14} />}>
        {(list) => <Assets items={list.items} total={list.total} isWhole={list.isWhole} onlyWatched={filters.show === 'watched'} />}
      </Loaded>
    </div>
  )
}

type Shown = { readonly items: readonly Asset[]; readonly total: number; readonly isWhole: boolean; readonly onlyWatched: boolean }

function Assets({ items, total, isWhole, onlyWatched }: Shown) {
  const rows = onlyWatched ? items.filter((asset) => isWatched(asset.symbol)) : items
  return (
    <DataTable
      caption={`${counted(rows.length, 'asset')}${isWhole ? '' : ` of ${counted(total, 'asset')}; narrow the search to see the others`}`}
      isPageTable
      columns={COLUMNS}
      rows={rows}
      rowKey={(asset) => asset.id}
      sort={readSort(query.value.get('sort'))}
      onSort={(sort) => setQuery({ sort: `${sort.order === 'descending' ? '-' : ''}${sort.column}` })}
      empty={onlyWatched ? <NothingWatched /> : <NothingFound />}
    />
  )
}

const NothingWatched = () => (
  <Empty title="Nothing is on your watch list" action={<a class="button" href="/assets">Show all assets</a>}>
    The star before a symbol puts it there. The list stays in this browser.
  </Empty>
)

const NothingFound = () => (
  <Empty title="No asset fits" action={<a class="button" href="/assets">Take all filters away</a>}>
    Beginnings of words count: “micro” finds Microsoft.
  </Empty>
)

const COLUMNS: readonly Column<Asset>[] = [
  { id: 'watch', label: 'Watch list', headHidden: true, cell: (asset) => <Star asset={asset} /> },
  { id: 'symbol', label: 'Symbol', isRowHeader: true, sortBy: (asset) => asset.symbol, cell: (asset) => <Symbol asset={asset} /> },
  { id: 'name', label: 'Name', isMinor: true, sortBy: (asset) => asset.name, cell: (asset) => asset.name },
  { id: 'type', label: 'Type', isMinor: true, sortBy: (asset) => asset.asset_type, cell: (asset) => <span class="dim">{assetTypeName(asset.asset_type)}</span> },
  { id: 'sector', label: 'Sector', isMinor: true, sortBy: (asset) => asset.sector, cell: (asset) => <span class="dim">{asset.sector ?? '—'}</span> },
  { id: 'price', label: 'Close', isNumber: true, sortBy: (asset) => numberOf(asset.latest_price), cell: (asset) => formatPrice(asset.latest_price) },
  { id: 'change', label: 'Change', isNumber: true, sortBy: (asset) => numberOf(asset.daily_change), cell: (asset) => <Change value={asset.daily_change} /> },
  { id: 'cap', label: 'Market cap', isNumber: true, isMinor: true, sortBy: (asset) => numberOf(asset.market_cap), cell: (asset) => formatCompactMoney(asset.market_cap, asset.currency) },
  { id: 'date', label: 'Of', isNumber: true, isMinor: true, sortBy: (asset) => asset.latest_price_date, cell: (asset) => <span class="dim">{formatDate(asset.latest_price_date)}</span> },
]


/** The symbol; where the column of names has no room, the name stands below it. */
const Symbol = ({ asset }: { readonly asset: Asset }) => (
  <>
    <a href={linkTo.asset(asset.symbol)}>{asset.symbol}</a>
    <span class="name-below dim">{asset.name}</span>
  </>
)

function Star({ asset }: { readonly asset: Asset }) {
  const isOn = watchlist.value.includes(asset.symbol)
  return (
    <button type="button" class="icon-button icon-button-small" aria-pressed={isOn} aria-label={`Watch ${asset.symbol}`} onClick={() => toggleWatched(asset.symbol)}>
      <span aria-hidden="true">{isOn ? '★' : '☆'}</span>
    </button>
  )
}

type Filters = { readonly words: string; readonly type: AssetType | ''; readonly sector: string; readonly show: '' | 'watched'; readonly asked: ParametersOf<'searchAssets'> }

function readFilters(search: URLSearchParams): Filters {
  const type = TYPES.find((one) => one === search.get('type'))
  const words = search.get('q') ?? ''
  const sector = search.get('sector') ?? ''
  return {
    words,
    type: type ?? '',
    sector,
    show: search.get('show') === 'watched' ? 'watched' : '',
    asked: { q: words.trim() || undefined, asset_type: type, sector: sector || undefined },
  }
}

/** -price is by price, the largest first. */
function readSort(text: string | null): Sort | undefined {
  if (!text) return undefined
  return text.startsWith('-') ? { column: text.slice(1), order: 'descending' } : { column: text, order: 'ascending' }
}

/** The sectors seen so far and the one that is chosen, so that choosing one does not empty the list of choices. */
function useSectors(items: readonly Asset[] | undefined): readonly string[] {
  const all = useResource('all sectors', (signal) => readAll('searchAssets', {}, signal), true)
  return useMemo(() => {
    const chosen = query.value.get('sector')
    const names = [...(all.data?.items ?? items ?? []).map((asset) => asset.sector ?? ''), chosen ?? '']
    return [...new Set(names)].filter(Boolean).sort()
  }, [all.data, items])
}
