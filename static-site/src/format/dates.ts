import { currentLocale, NOTHING } from './numbers'

/** A trading date, YYYY-MM-DD where the exchange is. It is no instant and no time zone moves it. */
export type TradingDate = string

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const utc = (date: TradingDate): Date => new Date(`${date}T00:00:00Z`)

const trading = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(currentLocale(), { ...options, timeZone: 'UTC' })

/** 31 Dec 2014, in the order of the reader's locale. */
export function formatDate(date: TradingDate | null | undefined): string {
  return date ? trading({ year: 'numeric', month: 'short', day: 'numeric' }).format(utc(date)) : NOTHING
}

/** Dec 2014. */
export function formatMonth(date: TradingDate | null | undefined): string {
  return date ? trading({ year: 'numeric', month: 'short' }).format(utc(date)) : NOTHING
}

/** A trading date so many calendar days from another. */
export const plusDays = (date: TradingDate, days: number): TradingDate => new Date(utc(date).getTime() + days * DAY_MS).toISOString().slice(0, 10)

/** So many months from another; the last day of a shorter month. */
export function plusMonths(date: TradingDate, months: number): TradingDate {
  const day = utc(date)
  const wanted = day.getUTCDate()
  day.setUTCDate(1)
  day.setUTCMonth(day.getUTCMonth() + months)
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  day.setUTCDate(Math.min(wanted, last))
  return day.toISOString().slice(0, 10)
}

export const daysBetween = (from: TradingDate, to: TradingDate): number => Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS)

/** An instant in the reader's own zone; show it by `<Instant>`, which has the UTC as its title. */
export function formatInstant(instant: string | null | undefined): string {
  if (!instant) return NOTHING
  return new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))
}

/** 2014-12-31 21:00 UTC. */
export const formatUtc = (instant: string): string => `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** 5 minutes ago. @param now in milliseconds since 1970 */
export function formatAge(instant: string | null | undefined, now: number): string {
  if (!instant) return NOTHING
  const minutes = Math.round((Date.parse(instant) - now) / MINUTE_MS)
  const relative = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  if (Math.abs(minutes) < 60 * 36) return relative.format(Math.round(minutes / 60), 'hour')
  const days = Math.round(minutes / (60 * 24))
  if (Math.abs(days) < 60) return relative.format(days, 'day')
  if (Math.abs(days) < 730) return relative.format(Math.round(days / 30.4), 'month')
  return relative.format(Math.round(days / 365.25), 'year')
}

/** 1.4 s, 3 min 20 s, 2 h 5 min. */
export function formatDuration(milliseconds: number | null | undefined): string {
  if (milliseconds === null || milliseconds === undefined) return NOTHING
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
