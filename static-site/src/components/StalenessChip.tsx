import { useEffect, useState } from 'preact/hooks'
import { noteNewest, type DataFreshness } from '~/api'
import { formatDate, formatPercent } from '~/format'
import { useLive } from '~/state/resource'

const EVERY_SECONDS = 120
/** While there are more prices than at the last look; of a page opened lately, also while there are none. */
const LOADING_EVERY_SECONDS = 10
/** Who has no prices by then is not loading them. */
const LONGEST_LOADING_MS = 600_000

const isYoung = (): boolean => performance.now() < LONGEST_LOADING_MS
/** Below this share of assets with the last session's price the chip warns. */
const FRESH_ENOUGH = 0.9

/** How old the data is, for those who may ask, at the top of every page: the last session that the books hold, and whether it is complete. */
export function StalenessChip() {
  const [isLoading, setLoading] = useState(false)
  const health = useLive('getDetailedHealth', {}, isLoading ? LOADING_EVERY_SECONDS : EVERY_SECONDS)
  const freshness = health.data?.data.freshness
  const stocks = mainCalendar(freshness ?? [])
  useEffect(() => {
    if (!freshness) return
    const hasMore = noteNewest(JSON.stringify(freshness.map((one) => [one.calendar, one.newest_bar, one.assets, one.fresh])))
    setLoading(hasMore || (isYoung() && freshness.every((one) => !one.newest_bar)))
  }, [freshness])
  if (health.error && health.error.needsSignIn) return null
  if (health.error && !health.data) {
    return (
      <span class="chip chip-bad" title={health.error.message}>
        ✕ no data
      </span>
    )
  }
  if (!stocks) return <span class="chip chip-quiet">{health.data ? 'no prices yet' : '…'}</span>
  const isFresh = Number(stocks.freshness) >= FRESH_ENOUGH
  const text = `Newest price ${formatDate(stocks.newest_bar)}; ${formatPercent(stocks.freshness, 0)} of ${stocks.assets} assets have the session of ${formatDate(stocks.last_session)}`
  return (
    <span class={`chip ${isFresh ? 'chip-good' : 'chip-warn'}`} title={text}>
      <span aria-hidden="true">{isFresh ? '●' : '▲'}</span> {said(stocks, isFresh)}
      <span class="visually-hidden">. {text}</span>
    </span>
  )
}

function said(stocks: DataFreshness, isFresh: boolean): string {
  if (!stocks.newest_bar) return `Late: nothing of ${formatDate(stocks.last_session)}`
  return `${isFresh ? 'Data of' : 'Late: data of'} ${formatDate(stocks.newest_bar)}`
}

const mainCalendar = (calendars: readonly DataFreshness[]): DataFreshness | undefined => [...calendars].sort((one, other) => other.assets - one.assets)[0]
