import { describe, expect, it } from 'vitest'
import { numberText, parseJson, writeJson, type Json } from './json'

const field = (text: string, name: string) => (parseJson(text) as { readonly [name: string]: Json })[name]

describe('parseJson', () => {
  it('keeps more digits than a binary fraction holds', () => {
    expect(numberText(field('{"price": 123456789012345678.123456789}', 'price'))).toBe('123456789012345678.123456789')
  })
  it('leaves digits in strings alone', () => {
    expect(field('{"text": "on 2014-12-31 at 175.84, \\"12\\" \\\\"}', 'text')).toBe('on 2014-12-31 at 175.84, "12" \\')
  })
  it('leaves digits in names alone', () => expect(field('{"sma_50": null}', 'sma_50')).toBeNull())
  it('refuses what is no JSON', () => {
    expect(() => parseJson('[1 2]')).toThrow(SyntaxError)
    expect(() => parseJson('<html>')).toThrow(SyntaxError)
  })
})

describe('writeJson', () => {
  const isCapital = (path: string) => path === '.capital' || path === '.held[].shares'
  it('writes decimals as numbers, digit by digit', () => {
    expect(writeJson({ capital: '10000.10', name: '5' }, isCapital)).toBe('{"capital":10000.10,"name":"5"}')
  })
  it('finds decimals in lists', () => expect(writeJson({ held: [{ shares: '0.1' }] }, isCapital)).toBe('{"held":[{"shares":0.1}]}'))
  it('leaves out what is undefined', () => expect(writeJson({ a: undefined, b: null })).toBe('{"b":null}'))
})
