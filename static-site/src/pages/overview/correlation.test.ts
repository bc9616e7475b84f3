import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decimal, type AssetInfo, type Correlations } from '~/api'
import { setLocale } from '~/format'
import { cellsOf, correlationSentence, daysInQuery, faultOfSymbol, MOST, pairsOf, readChoice } from './correlation'

beforeEach(() => setLocale('en-US'))
afterEach(() => setLocale(undefined))

const info = (symbol: string): AssetInfo => ({ id: symbol, symbol, name: symbol, asset_type: 'stock', currency: 'USD' })

const [one, half, against] = [decimal('1'), decimal('0.5'), decimal('-0.25')]

const data: Correlations = {
  assets: [info('A'), info('B'), info('C')], days: 252, least_pairs: 60, adjustment: 'all', start: '2016-11-11', end: '2017-11-10',
  correlations: [[one, half, null], [half, one, against], [null, against, one]],
  pairs: [[252, 250, 12], [250, 252, 200], [12, 200, 240]],
}

describe('readChoice', () => {
  const read = (text: string) => readChoice(new URLSearchParams(text))
  it('takes the default where nothing is chosen', () => expect(read('')).toEqual({ symbols: undefined, days: '252' }))
  it('reads each symbol once', () => expect(read('compare=AAPL,%20SPY,,AAPL&days=63')).toEqual({ symbols: ['AAPL', 'SPY'], days: '63' }))
  it('does not ask for a period that is not offered', () => expect(read('days=17').days).toBe('252'))
  it('writes what is not default', () => expect([daysInQuery('252'), daysInQuery('756')]).toEqual([undefined, '756']))
})

describe('faultOfSymbol', () => {
  it('takes symbols of all kinds', () => expect(['aapl', 'BRK.B', 'BTC-USD'].map((text) => faultOfSymbol(text, []))).toEqual([undefined, undefined, undefined]))
  it('says what is wrong', () => {
    expect(faultOfSymbol(' ', [])).toContain('such as AAPL')
    expect(faultOfSymbol('A,B', [])).toContain('letters')
    expect(faultOfSymbol('spy', ['SPY'])).toBe('SPY is compared already')
    expect(faultOfSymbol('X', Array.from({ length: MOST }, String))).toContain('20 assets at most')
  })
})

describe('a matrix', () => {
  it('has each pair once, the closest first, the unknown last', () => expect(pairsOf(data).map((pair) => `${pair.one}${pair.other} ${pair.value} ${pair.returns}`)).toEqual(['AB 0.5 250', 'BC -0.25 200', 'AC null 12']))
  it('colours no asset with itself', () => expect(cellsOf(data)[0]).toEqual({ row: 'A', column: 'A', value: null, text: '1.00' }))
  it('says what is missing', () => expect(cellsOf(data)[2]?.text).toBe('—'))
  it('is told in words', () => expect(correlationSentence(data)).toBe('Most alike: A and B with 0.50. Least alike: B and C with -0.25. Daily returns from Nov 11, 2016 to Nov 10, 2017, splits and dividends taken out.'))
})
