import { describe, expect, it } from 'vitest'
import { decode, UnexpectedAnswer, type CompactSchema } from './decode'
import { parseJson } from './json'

const BAR: CompactSchema = { p: { date: { t: 'string' }, close: { t: 'number' }, volume: { t: ['number', 'null'] }, count: { t: 'integer' }, flags: { t: 'array', i: { e: ['filled'], t: 'string' } } }, q: ['date', 'close'] }
const read = (text: string, schema: CompactSchema = BAR) => decode(parseJson(text), schema, { Bar: BAR })

describe('decode', () => {
  it('makes decimals strings and integers numbers', () => {
    expect(read('{"date": "2014-12-31", "close": 110.380, "volume": null, "count": 3}')).toEqual({ date: '2014-12-31', close: '110.380', volume: null, count: 3 })
  })
  it('names the missing field', () => expect(() => read('{"date": "2014-12-31"}')).toThrow("the answer's .close is missing; expected: a value"))
  it('names the place of a wrong value', () => {
    expect(() => read('{"date": "d", "close": 1, "flags": ["filled", "new"]}')).toThrow('flags[1] is "new"; expected: "filled"')
  })
  it('takes no text for a number and no number for a text', () => {
    expect(() => read('{"date": "d", "close": "1"}')).toThrow(UnexpectedAnswer)
    expect(() => read('{"date": 1, "close": 1}')).toThrow(UnexpectedAnswer)
  })
  it('drops fields that it does not know', () => expect(read('{"date": "d", "close": 1, "new": 2}')).toEqual({ date: 'd', close: '1' }))
  it('follows names and choices', () => {
    expect(read('[null, {"date": "d", "close": 1}]', { t: 'array', i: { o: [{ r: 'Bar' }, { t: 'null' }] } })).toEqual([null, { date: 'd', close: '1' }])
  })
  it('reads maps and what the document leaves open', () => {
    expect(read('{"a": 1.5}', { v: { t: 'number' } })).toEqual({ a: '1.5' })
    expect(read('{"a": [1.5, "x"]}', { v: {} })).toEqual({ a: [1.5, 'x'] })
  })
})
