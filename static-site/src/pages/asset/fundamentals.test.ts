import { beforeAll, describe, expect, it } from 'vitest'
import { decimal, type ReportedNumber } from '~/api'
import { setLocale } from '~/format'
import { amountText, reportsOf, statementOf, statementSentence } from './fundamentals'

beforeAll(() => setLocale('en-US'))

const number = (metric: string, period_end: string, value: string, changes: Partial<ReportedNumber> = {}): ReportedNumber => ({ metric, period: 'year', period_end, value: decimal(value), unit: 'USD', reported_at: '2016-10-26', reported_at_assumed: false, restates: false, superseded: false, source: 'bundle', ...changes })

/** Apple's years to 2015-09-26 and 2016-09-24, as its 10-K tells them. */
const numbers = [
  number('revenue', '2015-09-26', '233715000000'),
  number('revenue', '2016-09-24', '215639000000'),
  number('net_income', '2016-09-24', '45687000000', { filing: { accession: '0001628280-16-020309', form: '10-K', accepted_at: '2016-10-26T20:42:16Z' } }),
  number('total_equity', '2016-09-24', '128249000000', { period: 'instant' }),
  number('total_equity', '2016-06-25', '126541000000', { period: 'instant' }),
  number('us-gaap:Revenues', '2016-09-24', '1'),
]

describe('statementOf', () => {
  const statement = statementOf(numbers, 'year')
  it('sets years side by side, the newest first', () => expect(statement.periods).toEqual(['2016-09-24', '2015-09-26']))
  it('puts a balance under the year that it ended', () => expect(statement.lines.map((line) => [line.metric, line.numbers.map((one) => one?.value)])).toEqual([
    ['revenue', ['215639000000', '233715000000']],
    ['net_income', ['45687000000', undefined]],
    ['total_equity', ['128249000000', undefined]],
  ]))
  it('tells the newest year', () => expect(statementSentence(statement, 'year')).toBe('In the year to Sep 24, 2016: revenue $215.6B (-7.7% from the year before); net income $45.7B, 21.2% of revenue.'))
  it('names each report once', () => expect(reportsOf(statement, 0)).toEqual(['known from Oct 26, 2016, bundle', 'known from Oct 26, 2016, filing 10-K 0001628280-16-020309']))
  it('leaves out what a later report replaced', () => expect(statementOf([number('revenue', '2016-09-24', '1', { superseded: true }), number('revenue', '2016-09-24', '2')], 'year').lines[0]?.numbers[0]?.value).toBe('2'))
  it('has no percentage from a loss', () => expect(statementOf([number('net_income', '2016-12-31', '5'), number('net_income', '2015-12-31', '-5')], 'year').lines[0]?.change).toBeUndefined())
  it('is empty without years', () => expect(statementOf(numbers, 'quarter')).toEqual({ periods: [], lines: [] }))
})

describe('amountText', () => {
  it('knows money, shares and amounts of a share', () =>
    expect([amountText(number('revenue', '', '215639000000')), amountText(number('shares_outstanding', '', '5471000000', { unit: null })), amountText(number('earnings_per_share', '', '8.35'))]).toEqual(['$215.6B', '5.5B', '$8.35']))
})
