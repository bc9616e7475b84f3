import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decimal } from '~/api/decimal'
import { counted, directionOf, formatAge, formatCompactMoney, formatDate, formatDuration, formatMoney, formatPercent, formatPrice, formatSignedPercent, formatUtc, plusMonths, setLocale } from './index'

beforeEach(() => setLocale('en-US'))
afterEach(() => setLocale(undefined))

describe('numbers', () => {
  it('show every digit of an amount that no binary fraction holds', () => expect(formatMoney(decimal('12345678901234567.89'), 'USD')).toBe('$12,345,678,901,234,567.89'))
  it('keep small prices readable', () => {
    expect(formatPrice(decimal('175.8'))).toBe('175.80')
    expect(formatPrice(decimal('0.0042137'))).toBe('0.004214')
  })
  it('say what is missing', () => expect(formatPrice(null)).toBe('—'))
  it('write fractions as percentages', () => {
    expect(formatPercent(decimal('0.0532'))).toBe('5.3%')
    expect(formatSignedPercent(decimal('-0.0190188'))).toBe('-1.90%')
    expect(formatSignedPercent(0.5)).toBe('+50.00%')
  })
  it('shorten large amounts', () => expect(formatCompactMoney(decimal('643000000000'), 'USD')).toBe('$643B'))
  it('follow the locale', () => {
    setLocale('de-DE')
    expect(formatPrice(decimal('1234.5'))).toBe('1.234,50')
  })
  it('have a direction', () => expect([directionOf(decimal('-1')), directionOf(0), directionOf(decimal('0.1'))]).toEqual(['down', 'flat', 'up']))
})

describe('dates', () => {
  it('are the same day in every zone', () => expect(formatDate('2014-12-31')).toBe('Dec 31, 2014'))
  it('end a shorter month on its last day', () => expect(plusMonths('2015-03-31', -1)).toBe('2015-02-28'))
  it('tell an age', () => expect(formatAge('2015-01-02T11:55:00Z', Date.parse('2015-01-02T12:00:00Z'))).toBe('5 minutes ago'))
  it('tell UTC', () => expect(formatUtc('2014-12-31T21:00:00Z')).toBe('2014-12-31 21:00 UTC'))
  it('tell how long', () => expect([formatDuration(1400), formatDuration(200_000), formatDuration(7_500_000)]).toEqual(['1.4 s', '3 min 20 s', '2 h 5 min']))
})

describe('words', () => {
  it('count', () => expect([counted(1, 'row'), counted(2, 'row'), counted(0, 'entry', 'entries')]).toEqual(['1 row', '2 rows', '0 entries']))
})
