import type { JobSchedule } from '~/api'
import { counted } from '~/format'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const DAY_CODES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const MONTH_CODES = MONTHS.map((month) => month.slice(0, 3).toUpperCase())

export const CALENDARS: Readonly<Record<string, string>> = {
  united_states: 'session days of the US exchanges',
  weekdays: 'weekdays',
  daily: 'every day',
  currencies: 'days on which currencies trade',
  target: 'days on which European banks settle',
  federal_reserve: 'days on which the Federal Reserve is open',
  bank_days: 'US bank days',
}

/** When a job runs by itself, as one would say it: "At 18:00, Monday to Friday (New York time), on session days of the US exchanges". */
export function scheduleInWords(schedule: JobSchedule, after: readonly string[] = []): string {
  const own = ownSchedule(schedule)
  const following = after.length > 0 ? `after ${listed(after, 'and')} succeeded` : ''
  if (own === '') return following ? capital(following) : 'Only when somebody asks'
  return following ? `${own}; also ${following}` : own
}

function ownSchedule(schedule: JobSchedule): string {
  const days = calendarWords(schedule)
  if (schedule.kind === 'cron') return `${cronInWords(schedule.cron ?? '')} (${zoneInWords(schedule.zone)})${days}`
  if (schedule.kind === 'interval') return `${everyInWords(schedule.every ?? '')}${days}`
  return ''
}

function calendarWords({ calendar, during }: JobSchedule): string {
  if (!calendar) return ''
  const days = CALENDARS[calendar] ?? `days of the calendar ${calendar}`
  if (during === 'market_hours') return `, while markets are open on ${days}`
  if (during === 'outside_market_hours') return `, while markets are closed by the calendar of ${days}`
  return calendar === 'daily' ? '' : `, on ${days}`
}

/** America/New_York as "New York time". */
export function zoneInWords(zone: string | null | undefined): string {
  if (!zone) return 'no time zone'
  if (/^(UTC|Etc\/UTC|GMT|Z)$/.test(zone)) return 'UTC'
  return `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`
}

/** PT15M as "Every 15 minutes"; what is no such duration is shown as it is. */
export function everyInWords(every: string): string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(every)
  const [days, hours, minutes] = [1, 2, 3].map((at) => Number(parts?.[at] ?? 0))
  const units = [unit(days, 'day'), unit(hours, 'hour'), unit(minutes, 'minute')].filter(Boolean)
  if (!parts || units.length === 0) return every ? `Every ${every}` : 'At no interval yet'
  const only = units.length === 1 ? /^1 (\w+)$/.exec(units[0] ?? '') : null
  return `Every ${only ? only[1] : listed(units, 'and')}`
}

const unit = (count: number | undefined, name: string): string => (count ? counted(count, name) : '')

/** cron(0 18 ? * MON-FRI *) as "At 18:00, Monday to Friday"; what is not understood is shown as it is. */
export function cronInWords(cron: string): string {
  const fields = /^cron\((.+)\)$/.exec(cron.trim())?.[1]?.trim().split(/\s+/)
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields ?? []
  if (fields?.length !== 6 || !minute || !hour || !dayOfMonth || !month || !dayOfWeek || !year) return cron ? `By ${cron}` : 'At no time yet'
  const time = timeWords(minute, hour)
  const day = dayWords(dayOfMonth, dayOfWeek)
  const months = month === '*' ? '' : namesOf(month, MONTH_CODES, MONTHS, 1)
  if (time === undefined || day === undefined || months === undefined) return `By ${cron}`
  const inMonths = months ? ` in ${months}` : dayOfMonth.match(/^[\dL,-]+$/) ? ' of every month' : ''
  return `${time}${day || inMonths ? `, ${day || 'every day'}${inMonths}` : ', every day'}${year === '*' ? '' : `, in ${year}`}`
}

function timeWords(minute: string, hour: string): string | undefined {
  const step = /^(?:\*|0)\/(\d+)$/.exec(minute)?.[1]
  if (step) return `Every ${counted(Number(step), 'minute')}${hourRange(hour)}`
  if (!/^\d+$/.test(minute)) return undefined
  if (hour === '*') return `Every hour at ${counted(Number(minute), 'minute')} past`
  const hourStep = /^(?:\*|0)\/(\d+)$/.exec(hour)?.[1]
  if (hourStep) return `Every ${counted(Number(hourStep), 'hour')} at ${counted(Number(minute), 'minute')} past`
  if (/^\d+(,\d+)*$/.test(hour)) return `At ${listed(hour.split(',').map((one) => clock(one, minute)), 'and')}`
  const range = /^(\d+)-(\d+)$/.exec(hour)
  return range ? `Every hour from ${clock(range[1] ?? '', minute)} to ${clock(range[2] ?? '', minute)}` : undefined
}

function hourRange(hour: string): string {
  const range = /^(\d+)(?:-(\d+))?$/.exec(hour)
  return range ? ` from ${clock(range[1] ?? '', '0')} to ${clock(range[2] ?? range[1] ?? '', '59')}` : ''
}

const clock = (hour: string, minute: string): string => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`

/** Empty for every day. */
function dayWords(dayOfMonth: string, dayOfWeek: string): string | undefined {
  if (dayOfWeek !== '?' && dayOfWeek !== '*') return namesOf(dayOfWeek, DAY_CODES, DAYS, 1)
  if (dayOfMonth === '?' || dayOfMonth === '*') return ''
  if (dayOfMonth === 'L') return 'on the last day'
  if (!/^\d+([,-]\d+)*$/.test(dayOfMonth)) return undefined
  const range = /^(\d+)-(\d+)$/.exec(dayOfMonth)
  if (range) return `on days ${range[1]} to ${range[2]}`
  const days = dayOfMonth.split(',')
  return `on ${days.length === 1 ? 'day' : 'days'} ${listed(days, 'and')}`
}

/** "Monday to Friday", "May and August"; numbers count from `first`. */
function namesOf(field: string, codes: readonly string[], names: readonly string[], first: number): string | undefined {
  const nameOf = (code: string): string | undefined => names[/^\d+$/.test(code) ? Number(code) - first : codes.indexOf(code.toUpperCase())]
  const parts = field.split(',').map((part) => part.split('-').map(nameOf))
  if (parts.some((part) => part.length > 2 || part.includes(undefined))) return undefined
  return listed(parts.map((part) => part.join(' to ')), 'and')
}

/** a, b and c. */
export function listed(items: readonly string[], last: 'and' | 'or'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
