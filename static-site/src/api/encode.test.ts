import { describe, expect, it } from 'vitest'
import { decimal } from './decimal'
import { numberPaths } from './encode'
import { writeJson } from './json'

describe('numberPaths', () => {
  const schemas = { Line: { t: 'object', p: { price: { t: ['number', 'null'] }, engine: { t: 'string' }, count: { t: 'integer' } } } }
  const paths = numberPaths({ t: 'object', p: { lines: { t: 'array', i: { r: 'Line' } }, best: { o: [{ r: 'Line' }, { t: 'null' }] } } }, schemas)

  it('finds numbers in lists and choices', () => expect(paths).toEqual(['.lines[].price', '.best.price']))
  it('leaves a text that looks like a number a text', () => {
    const data = { lines: [{ price: decimal('0.10'), engine: '1', count: 2 }], best: null }
    expect(writeJson(data, (path) => paths.includes(path))).toBe('{"lines":[{"price":0.10,"engine":"1","count":2}],"best":null}')
  })
})
