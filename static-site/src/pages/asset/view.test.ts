import { describe, expect, it } from 'vitest'
import { linesText, readView, startOf } from './view'

const read = (text: string) => readView(new URLSearchParams(text))

describe('readView', () => {
  it('shows a year of split-adjusted prices with two averages unless said otherwise', () =>
    expect(read('')).toEqual({ range: '1y', adjustment: 'split', lines: ['sma_50', 'sma_200'], asOf: undefined, day: undefined }))
  it('reads what an address says', () =>
    expect(read('range=max&adjustment=raw&lines=rsi,sma_20&as_of=2016-06-30&day=2016-06-29')).toEqual({ range: 'max', adjustment: 'raw', lines: ['sma_20', 'rsi'], asOf: '2016-06-30', day: '2016-06-29' }))
  it('takes nonsense for not said', () => expect(read('range=2w&adjustment=x&as_of=2016-02-30&day=soon')).toEqual(read('')))
  it('can show no line', () => expect(read('lines=none').lines).toEqual([]))
})

describe('linesText', () => {
  it('leaves the usual ones out of the address', () => expect(linesText(['sma_200', 'sma_50'])).toBeUndefined())
  it('is read back as it was written', () => expect(read(`lines=${linesText(['macd', 'sma_20'])}`).lines).toEqual(['sma_20', 'macd']))
  it('says that there is none', () => expect(linesText([])).toBe('none'))
})

describe('startOf', () => {
  it('is so many months before', () => expect([startOf('1m', '2017-03-31'), startOf('5y', '2017-11-10'), startOf('max', '2017-11-10')]).toEqual(['2017-02-28', '2012-11-10', undefined]))
})
