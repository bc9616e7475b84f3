import { describe, expect, it } from 'vitest'
import { mix } from './colour'
import { extent, linearScale } from './scale'
import { apart } from './ScatterChart'
import { runningSteps } from './svg'

describe('linearScale', () => {
  it('ends on round numbers around the values', () => expect(linearScale(3, 97, 0, 100).ticks).toEqual([0, 25, 50, 75, 100]))
  it('lays values on pixels', () => expect(linearScale(0, 100, 0, 200).at(50)).toBe(100))
  it('copes with a single value', () => expect(linearScale(5, 5, 0, 100).max).toBeGreaterThan(5))
})

describe('extent', () => {
  it('leaves out what is no number', () => expect(extent([3, Number.NaN, -1])).toEqual([-1, 3]))
})

describe('runningSteps', () => {
  it('begins each part where the one before ended', () => {
    const steps = runningSteps([{ label: 'a', value: 2 }, { label: 'b', value: -3 }], 1)
    expect(steps.map((step) => [step.from, step.to])).toEqual([[1, 3], [3, 0]])
  })
})

describe('mix', () => {
  it('reads short and long colours', () => expect(mix('#000', '#ffffff', 0.25)).toBe('rgb(191,191,191)'))
})

describe('apart', () => {
  it('leaves out a label that would lie on another', () => {
    const dots = [{ x: 0, y: 0 }, { x: 10, y: 5 }, { x: 10, y: 20 }, { x: 60, y: 5 }]
    expect([...apart(dots, (dot) => dot)]).toEqual([dots[0], dots[2], dots[3]])
  })
})
