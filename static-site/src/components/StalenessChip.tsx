import { useEffect, useState } from 'preact/hooks'
import { noteNewest } from '~/api'
import { formatDate, formatPercent } from '~/format'
import { useLive } from '~/state/resource'

const EVERY_SECONDS = 120
/** For who may see public data alone, whose quota is small. */
const PUBLIC_EVERY_SECONDS = 600
/** While there are more prices than at the last look; of a page opened lately, also while there are none. */
const LOADING_EVERY_SECONDS = 10
/** Who has no prices by then is not loading them. */
const LONGEST_LOADING_MS = 600_000

const isYoung = (): boolean => performance.now() < LONGEST_LOADING_MS

/** Below this share of assets with the last session's price the chip warns. */
const FRESH_ENOUGH = 0.9

/** How old the data is, at the top of every page: the last session that the books hold, and whether it is complete. */
export function StalenessChip() {
  const [isLoading, setLoading] = useState(false)
  const health = useLive('getDetailedHealth', {}, isLoading ? LOADING_EVERY_SECONDS : EVERY_SECONDS)
  const freshness = health.data?.data.freshness
  useEffect(() => {
    if (!freshness) return
    const hasMore = noteNewest(JSON.stringify(freshness.map((one) => [one.calendar, one.newest_bar, one.assets, one.fresh])))
    setLoading(hasMore || (isYoung() && freshness.every((one) => !one.newest_bar)))
  }, [freshness])
  if (health.error?.needsSignIn) return <PublicChip />
  if (health.error && !health.data) return <Unknown reason={health.error.message} />
  if (!freshness) return <Waiting />
  return <Chip of={mainCalendar(freshness.map((one) => ({ assets: one.assets, fresh: one.fresh, newest: one.newest_bar ?? undefined, expected: one.last_session })))} />
}

/** The same of what everybody may see. */
function PublicChip() {
  const market = useLive('getMarketOverview', { per_sector: 1, movers: 1 }, PUBLIC_EVERY_SECONDS)
  const freshness = market.data?.data.freshness
  useEffect(() => {
    if (freshness) noteNewest(JSON.stringify(freshness.map((one) => [one.calendar, one.session, one.assets, one.fresh])))
  }, [freshness])
  if (market.error && !market.data) return <Unknown reason={market.error.message} />
  if (!freshness) return <Waiting />
  return <Chip of={mainCalendar(freshness.map((one) => ({ assets: one.assets, fresh: one.fresh, newest: one.session ?? undefined, expected: one.expected_session })))} />
}

/** @param newest session that the books hold; undefined where that is none of late */
type Freshness = { readonly assets: number; readonly fresh: number; readonly newest: string | undefined; readonly expected: string }

const mainCalendar = (calendars: readonly Freshness[]): Freshness | undefined => [...calendars].sort((one, other) => other.assets - one.assets)[0]

const Waiting = () => <span class="chip chip-quiet">…</span>

const Unknown = ({ reason }: { readonly reason: string }) => (
  <span class="chip chip-bad" title={reason}>
    ✕ no data
  </span>
)

function Chip({ of: stocks }: { readonly of: Freshness | undefined }) {
  if (!stocks || stocks.assets === 0) return <span class="chip chip-quiet">no prices yet</span>
  const share = stocks.fresh / stocks.assets
  const isFresh = share >= FRESH_ENOUGH
  const text = `Newest price ${formatDate(stocks.newest)}; ${formatPercent(share, 0)} of ${stocks.assets} assets have the session of ${formatDate(stocks.expected)}`
  return (
    <span class={`chip ${isFresh ? 'chip-good' : 'chip-warn'}`} title={text}>
      <span aria-hidden="true">{isFresh ? '●' : '▲'}</span> {said(stocks, isFresh)}
      <span class="visually-hidden">. {text}</span>
    </span>
  )
}

function said({ newest, expected }: Freshness, isFresh: boolean): string {
  if (!newest) return `Late: nothing of ${formatDate(expected)}`
  return `${isFresh ? 'Data of' : 'Late: data of'} ${formatDate(newest)}`
}
