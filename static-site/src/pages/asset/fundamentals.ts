import { toNumber, type Decimal, type ReportedNumber } from '~/api'
import { formatCompact, formatCompactMoney, formatDate, formatMoney, formatPercent, formatPrice, formatSignedPercent } from '~/format'

/** In the order of a report: what came in, what was kept, what is owned and owed, what was paid. */
const METRICS: readonly (readonly [string, string])[] = [
  ['revenue', 'Revenue'],
  ['cost_of_revenue', 'Cost of revenue'],
  ['gross_profit', 'Gross profit'],
  ['operating_income', 'Operating income'],
  ['interest_expense', 'Interest expense'],
  ['net_income', 'Net income'],
  ['earnings_per_share', 'Earnings per share'],
  ['operating_cash_flow', 'Cash from operations'],
  ['capital_expenditures', 'Capital expenditures'],
  ['depreciation', 'Depreciation'],
  ['cash_and_equivalents', 'Cash and equivalents'],
  ['current_assets', 'Current assets'],
  ['inventory', 'Inventory'],
  ['total_assets', 'Total assets'],
  ['current_liabilities', 'Current liabilities'],
  ['long_term_debt', 'Long-term debt'],
  ['total_liabilities', 'Total liabilities'],
  ['total_equity', 'Equity'],
  ['shares_outstanding', 'Shares outstanding'],
]

/** Names to ask for: a filing has thousands of concepts beside them. */
export const METRIC_NAMES = METRICS.map(([name]) => name).join(',')

export type Statement = {
  /** Last days of the periods, the newest first. */
  readonly periods: readonly string[]
  readonly lines: readonly StatementLine[]
}

export type StatementLine = { readonly metric: string; readonly name: string; readonly numbers: readonly (ReportedNumber | undefined)[]; readonly change: number | undefined }

const MOST_PERIODS = 5

/**
 * Years or quarters side by side; balances stand under the period that ended on their day.
 */
export function statementOf(numbers: readonly ReportedNumber[], length: 'year' | 'quarter'): Statement {
  const periods = [...new Set(numbers.filter((one) => one.period === length).map((one) => one.period_end))].sort().reverse().slice(0, MOST_PERIODS)
  const lines = METRICS.flatMap(([metric, name]) => {
    const own = numbers.filter((one) => one.metric === metric && (one.period === length || one.period === 'instant'))
    const row = periods.map((end) => own.find((one) => one.period_end === end && !one.superseded))
    return row.some(Boolean) ? [{ metric, name, numbers: row, change: changeOf(row[0], row[1]) }] : []
  })
  return { periods, lines }
}

/** Against the period before; a change from a loss or from nothing is no percentage. */
function changeOf(newest: ReportedNumber | undefined, before: ReportedNumber | undefined): number | undefined {
  if (!newest || !before) return undefined
  const from = toNumber(before.value)
  return from > 0 ? toNumber(newest.value) / from - 1 : undefined
}

export function amountText(number: ReportedNumber): string {
  const { value, unit } = number
  if (number.metric === 'earnings_per_share') return unit ? formatMoney(value, unit.slice(0, 3)) : formatPrice(value)
  if (unit && /^[A-Z]{3}$/.test(unit)) return formatCompactMoney(value, unit)
  return unit && unit !== 'shares' ? `${formatCompact(value)} ${unit}` : formatCompact(value)
}

/** The newest period in a sentence: what came in and what was kept of it. */
export function statementSentence(statement: Statement, length: 'year' | 'quarter'): string {
  const line = (metric: string) => statement.lines.find((one) => one.metric === metric)
  const [revenue, income] = [line('revenue'), line('net_income')]
  const [came, kept] = [revenue?.numbers[0], income?.numbers[0]]
  const parts: string[] = []
  if (came) parts.push(`revenue ${amountText(came)}${revenue?.change === undefined ? '' : ` (${formatSignedPercent(revenue.change, 1)} from the ${length} before)`}`)
  if (kept) parts.push(`net income ${amountText(kept)}${came && toNumber(came.value) > 0 ? `, ${formatPercent(share(kept.value, came.value), 1)} of revenue` : ''}`)
  const when = `In the ${length} to ${formatDate(statement.periods[0])}`
  return parts.length ? `${when}: ${parts.join('; ')}.` : `Numbers to ${formatDate(statement.periods[0])}.`
}

const share = (part: Decimal, whole: Decimal): number => toNumber(part) / toNumber(whole)

/** How a number became known, for the list of reports. */
export function reportText(number: ReportedNumber): string {
  const when = `known from ${formatDate(number.reported_at)}${number.reported_at_assumed ? ' (assumed: the source does not say)' : ''}`
  const where = number.filing ? `filing ${number.filing.form} ${number.filing.accession}` : number.source
  return `${when}, ${where}`
}

/** The reports behind a period, each named once. */
export const reportsOf = (statement: Statement, period: number): readonly string[] => [...new Set(statement.lines.flatMap((line) => (line.numbers[period] ? [reportText(line.numbers[period])] : [])))]
