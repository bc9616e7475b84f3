import type { SignalFields } from '~/api'
import { formatCompactMoney, formatNumber, formatPercent, formatSigned, formatSignedPercent, type Amount } from '~/format'

/** A number of the newest session with what it means. */
export type FigureLine = { readonly id: string; readonly name: string; readonly value: string; readonly meaning: string; readonly isChange: boolean; readonly amount: Amount }

type Definition = { readonly id: Exclude<keyof SignalFields, 'date'>; readonly name: string; readonly meaning: string; readonly format: (value: Amount, currency: string) => string; readonly isChange?: boolean }

const DEFINITIONS: readonly Definition[] = [
  { id: 'return_30d', name: 'Return, 30 days', meaning: 'Close against the last close at least 30 calendar days before, without dividends.', format: (value) => formatSignedPercent(value, 1), isChange: true },
  { id: 'return_365d', name: 'Return, 1 year', meaning: 'Close against the last close at least 365 calendar days before, without dividends.', format: (value) => formatSignedPercent(value, 1), isChange: true },
  { id: 'volatility_30d', name: 'Volatility, a year', meaning: 'How much daily returns of the last 30 sessions scatter, scaled to a year. About two thirds of years end within one such step of their mean, if the scatter stays.', format: (value) => formatPercent(value, 1) },
  { id: 'max_drawdown_1y', name: 'Deepest fall, 1 year', meaning: 'Largest loss from a closing peak to a later close within 365 days.', format: (value) => formatPercent(value, 1) },
  { id: 'position_52w', name: 'Place in the year’s range', meaning: '0% is the lowest low of 365 days, 100% the highest high.', format: (value) => formatPercent(value, 0) },
  { id: 'beta_1y', name: 'Beta, 1 year', meaning: 'How far it moved when the benchmark moved by 1, over the last 252 common sessions.', format: (value) => formatNumber(value, 2) },
  { id: 'momentum_12_1', name: 'Momentum, 12 months less 1', meaning: 'Return from 252 to 21 sessions before; the last month is left out.', format: (value) => formatSignedPercent(value, 1), isChange: true },
  { id: 'rsi_14', name: 'RSI, 14 sessions', meaning: 'Wilder’s relative strength index, 0 to 100; above 70 is often called overbought, below 30 oversold.', format: (value) => formatNumber(value, 0) },
  { id: 'macd_histogram', name: 'MACD less its signal', meaning: 'Above zero the short average is pulling away upwards, in units of the currency.', format: (value) => formatSigned(value, 2) },
  { id: 'average_dollar_volume_20d', name: 'Traded a session', meaning: 'Mean of close times volume over the last 20 sessions.', format: formatCompactMoney },
]

/** The newest signals in the order in which one reads them; what the history is too short for is left out. */
export function figuresOf(signals: SignalFields, currency: string): readonly FigureLine[] {
  return DEFINITIONS.flatMap((definition) => {
    const amount = signals[definition.id]
    if (amount == null) return []
    return [{ id: definition.id, name: definition.name, value: definition.format(amount, currency), meaning: definition.meaning, isChange: definition.isChange ?? false, amount }]
  })
}

/** Names of those that are missing. */
export const missingOf = (signals: SignalFields): readonly string[] => DEFINITIONS.filter((definition) => signals[definition.id] == null).map((definition) => definition.name)
