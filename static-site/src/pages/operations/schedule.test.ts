import { describe, expect, it } from 'vitest'
import { cronInWords, everyInWords, scheduleInWords, zoneInWords } from './schedule'

describe('schedules in words', () => {
  it.each([
    ['cron(0 18 ? * MON-FRI *)', 'At 18:00, Monday to Friday'],
    ['cron(30 0 * * ? *)', 'At 00:30, every day'],
    ['cron(0 8 ? * SAT *)', 'At 08:00, Saturday'],
    ['cron(0 8 ? * 2-6 *)', 'At 08:00, Monday to Friday'],
    ['cron(0 6,18 ? * MON,WED *)', 'At 06:00 and 18:00, Monday and Wednesday'],
    ['cron(0 9 16 * ? *)', 'At 09:00, on day 16 of every month'],
    ['cron(0 6 15 2,5,8,11 ? *)', 'At 06:00, on day 15 in February, May, August and November'],
    ['cron(0 6 L * ? *)', 'At 06:00, on the last day of every month'],
    ['cron(0 6 ? 1 * *)', 'At 06:00, every day in January'],
    ['cron(0/15 9-15 ? * MON-FRI *)', 'Every 15 minutes from 09:00 to 15:59, Monday to Friday'],
    ['cron(5 * * * ? *)', 'Every hour at 5 minutes past, every day'],
    ['cron(0 18 ? * MON-FRI 2030)', 'At 18:00, Monday to Friday, in 2030'],
  ])('says %s', (cron, words) => expect(cronInWords(cron)).toBe(words))

  it('shows what it does not understand as it is', () => {
    expect(cronInWords('cron(0 18 ? * 3#2 *)')).toBe('By cron(0 18 ? * 3#2 *)')
    expect(cronInWords('every evening')).toBe('By every evening')
    expect(everyInWords('P1M')).toBe('Every P1M')
  })

  it.each([
    ['PT15M', 'Every 15 minutes'],
    ['PT1H', 'Every hour'],
    ['P1D', 'Every day'],
    ['PT1H30M', 'Every 1 hour and 30 minutes'],
  ])('says %s', (every, words) => expect(everyInWords(every)).toBe(words))

  it('names the zone by its city', () => {
    expect(zoneInWords('America/New_York')).toBe('New York time')
    expect(zoneInWords('UTC')).toBe('UTC')
  })

  it('adds the calendar and what a job follows', () => {
    expect(scheduleInWords({ kind: 'cron', cron: 'cron(0 18 ? * MON-FRI *)', zone: 'America/New_York', calendar: 'united_states', during: 'session_days' })).toBe(
      'At 18:00, Monday to Friday (New York time), on session days of the US exchanges',
    )
    expect(scheduleInWords({ kind: 'interval', every: 'PT15M', calendar: 'united_states', during: 'market_hours' })).toBe('Every 15 minutes, while markets are open on session days of the US exchanges')
    expect(scheduleInWords({ kind: 'on_demand' })).toBe('Only when somebody asks')
    expect(scheduleInWords({ kind: 'on_demand' }, ['daily-prices', 'coins'])).toBe('After daily-prices and coins succeeded')
  })
})
