import { describe, expect, it } from 'vitest'
import { decimal, signOf } from './decimal'

describe('a decimal', () => {
  it('keeps its digits', () => expect(decimal('175.8400')).toBe('175.8400'))
  it('refuses what is no number', () => expect(() => decimal('1,5')).toThrow('"1,5" is no decimal number'))
  it('knows its sign without floating point', () => {
    expect(signOf(decimal('-0.00000000000000000000000000000001'))).toBe(-1)
    expect(signOf(decimal('-0.00'))).toBe(0)
    expect(signOf(decimal('1e-400'))).toBe(1)
  })
})
