import { describe, expect, it } from 'vitest'
import { addressesFault, emailFault, endOfDay, expiryFault, newPasswordFault, safeNext, webhookUrlFault, wordsOf } from './checks'
import { verdict } from './firstCall'
import { callsByDay, callsByOperation, referenceOf } from './usage'
import { grantable } from './words'

const LINES = [
  { day: '2017-02-27', operation: 'GET /api/v1/assets/{id}/prices', calls: 3 },
  { day: '2017-03-01', operation: 'GET /api/v1/assets/{id}/prices', calls: 1 },
  { day: '2017-03-01', operation: 'GET /api/v1/assets', calls: 6 },
]

describe('usage', () => {
  it('has every day, across the end of February', () =>
    expect(callsByDay({ start: '2017-02-27', end: '2017-03-01', lines: LINES })).toEqual([
      { day: '2017-02-27', calls: 3 },
      { day: '2017-02-28', calls: 0 },
      { day: '2017-03-01', calls: 7 },
    ]))

  it('sums operations, most used first', () =>
    expect(callsByOperation(LINES)).toEqual([
      { operation: 'GET /api/v1/assets', calls: 6 },
      { operation: 'GET /api/v1/assets/{id}/prices', calls: 4 },
    ]))
})

describe('referenceOf', () => {
  it('finds what a method and route are called', () => expect(referenceOf('GET /api/v1/assets/{id}/prices')).toBe('getPrices'))
  it('knows no route that is none', () => expect(referenceOf('GET /api/v1/assets/AAPL')).toBeUndefined())
})

describe('checks', () => {
  it('take addresses and ranges of both kinds', () => {
    expect(addressesFault('192.0.2.7, 192.0.2.0/24\n2001:db8::/32')).toBeUndefined()
    expect(addressesFault('')).toBeUndefined()
  })

  it.each(['192.0.2.256', '192.0.2.0/33', '2001:db8::/129', 'example.org', '192.0.2.0/24/8', '192.0.2.0/'])('refuse %s as a range', (text) => expect(addressesFault(text)).toContain(text))

  it('take 20 ranges and not 21', () => {
    expect(addressesFault(Array(20).fill('192.0.2.1').join(' '))).toBeUndefined()
    expect(addressesFault(Array(21).fill('192.0.2.1').join(' '))).toContain('21')
  })

  it('count a password by what people see', () => {
    expect(newPasswordFault('twelve chars')).toBeUndefined()
    expect(newPasswordFault('eleven char')).toContain('11')
    expect(newPasswordFault('😀'.repeat(11))).toContain('11')
    expect(newPasswordFault('my ada@example.org', 'Ada@Example.org ')).toContain('address')
  })

  it('want a key to end after today', () => {
    expect(expiryFault('2017-11-11', '2017-11-10')).toBeUndefined()
    expect(expiryFault('2017-11-10', '2017-11-10')).toBeDefined()
    expect(expiryFault('', '2017-11-10')).toBeUndefined()
    expect(endOfDay('2017-11-11')).toBe('2017-11-11T23:59:59Z')
    expect(endOfDay('')).toBeUndefined()
  })

  it('let webhooks go by https, and by http to this machine alone', () => {
    expect(webhookUrlFault('https://hooks.example.org/lumia?a=1')).toBeUndefined()
    expect(webhookUrlFault('http://127.0.0.1:9000/')).toBeUndefined()
    for (const bad of ['http://example.org', 'https://ada:secret@example.org', 'https://example.org/#a', 'example.org', '']) expect(webhookUrlFault(bad)).toBeDefined()
  })

  it('know an e-mail address', () => {
    expect(emailFault(' ada@example.org ')).toBeUndefined()
    for (const bad of ['ada', 'ada@example', 'a da@example.org', 'ada@@example.org']) expect(emailFault(bad)).toBeDefined()
  })

  it('part words at commas, blanks and lines', () => expect(wordsOf(' XOM, CVX\nBRK.B;')).toEqual(['XOM', 'CVX', 'BRK.B']))
})

describe('after signing in', () => {
  it('leads to pages of this site alone', () => {
    expect(safeNext('/recommend?risk=low')).toBe('/recommend?risk=low')
    for (const bad of [null, '', 'https://example.org', '//example.org', '/\\example.org', '/\t/example.org', 'recommend']) expect(safeNext(bad)).toBe('/account')
  })
})

describe('a key', () => {
  it('never gets what stays with people', () => expect(grantable(['users:manage', 'news:read', 'keys:manage', 'market:read', 'new:thing'])).toEqual(['market:read', 'news:read', 'new:thing']))

  it('is tried with the API’s own words', () => {
    expect(verdict(200, { pagination: { total_items: 105 } })).toEqual({ isGood: true, text: '200: it works; 105 assets can be read' })
    expect(verdict(401, { error: { message: 'the key does not count' } })).toEqual({ isGood: false, text: '401: the key does not count' })
  })
})
