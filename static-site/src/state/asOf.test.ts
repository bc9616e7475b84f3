import { describe, expect, it } from 'vitest'
import { asOfOf, faultOfAsOf, readDate } from './asOf'

describe('a day to look from', () => {
  it('must exist', () => expect([readDate('2016-02-29'), readDate('2017-02-29'), readDate('2017-13-01'), readDate('2017-1-1')]).toEqual(['2016-02-29', undefined, undefined, undefined]))
  it('must have come', () => {
    expect(faultOfAsOf('2017-11-10', '2017-11-10')).toBeUndefined()
    expect(faultOfAsOf('2017-11-11', '2017-11-10')).toBe('That day has not come yet')
    expect(faultOfAsOf('tomorrow', '2017-11-10')).toContain('2017-06-30')
  })
  it('is no part of a question from now', () => expect([asOfOf({ asOf: undefined }), asOfOf({ asOf: '2016-06-30' })]).toEqual([{}, { as_of: '2016-06-30' }]))
})
