/** The form of a recommendation: its values, what is wrong with them, the question they make and the address that holds them. */
import { decimal, isDecimal, type Profile, type RecommendationOrder, type RequestDocument } from '~/api'
import type { Faults } from '~/components'

/** A cold laptop takes up to a minute to score everything. */
export const CALCULATING_MS = 120_000

export const RISKS = ['conservative', 'moderate', 'aggressive'] as const
export const HORIZONS = ['short', 'medium', 'long'] as const
export const SPREADS = ['low', 'medium', 'high'] as const
export const ESG = ['none', 'prefer', 'require'] as const
export const TYPES = ['stock', 'etf', 'mutual_fund', 'crypto'] as const

/** Named as the API names them, so that its faults find their fields. */
export type Values = {
  readonly capital: string
  readonly currency: string
  readonly risk_tolerance: (typeof RISKS)[number]
  readonly investment_horizon: (typeof HORIZONS)[number]
  readonly diversification_preference: (typeof SPREADS)[number]
  readonly esg_preference: (typeof ESG)[number]
  readonly asset_types: readonly string[]
  readonly preferred_sectors: readonly string[]
  readonly excluded_sectors: readonly string[]
  /** Symbols with commas or spaces between. */
  readonly excluded_assets: string
  /** A line each: symbol and shares. */
  readonly current_holdings: string
  readonly benchmark: string
  /** YYYY-MM-DD; empty means now. */
  readonly as_of: string
}

export const DEFAULTS: Values = {
  capital: '10000',
  currency: 'USD',
  risk_tolerance: 'moderate',
  investment_horizon: 'medium',
  diversification_preference: 'medium',
  esg_preference: 'none',
  asset_types: ['stock', 'etf'],
  preferred_sectors: [],
  excluded_sectors: [],
  excluded_assets: '',
  current_holdings: '',
  benchmark: 'SPY',
  as_of: '',
}

/** What the books hold, as far as it was read: what is typed is held against it. Symbols are undefined unless all were read. */
export type Books = { readonly symbols: ReadonlySet<string> | undefined; readonly sectors: readonly string[]; readonly currencies: readonly string[] }

type Listed = { readonly symbol: string; readonly sector?: string | null | undefined; readonly currency: string }

export function booksOf(assets: readonly Listed[], isWhole: boolean): Books {
  const names = (of: (asset: Listed) => string | null | undefined): readonly string[] => [...new Set(assets.map(of).filter((one): one is string => !!one))].sort()
  return { symbols: isWhole ? new Set(assets.map((asset) => asset.symbol)) : undefined, sectors: names((asset) => asset.sector), currencies: names((asset) => asset.currency) }
}

const MOST_CAPITAL = 1_000_000_000_000
const MOST_ENTRIES = 500
const SYMBOL = /^[A-Z0-9^][A-Z0-9.\-=^/_:&]{0,31}$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/

const fault = (field: string, value: string, allowed: string): string => `${field} is “${value}”; allowed: ${allowed}`

/** All faults, each with field, value and what is allowed. @param today YYYY-MM-DD; later days are refused */
export function check(values: Values, books: Books | undefined, today: string): Faults<Values> {
  return {
    capital: capitalFault(values.capital),
    currency: /^[A-Z]{3}$/.test(values.currency) ? undefined : fault('Currency', values.currency, 'three letters such as USD'),
    asset_types: values.asset_types.length > 0 ? undefined : 'Kinds of assets is empty; allowed: at least one of stocks, ETFs, mutual funds, crypto',
    excluded_sectors: bothFault(values),
    excluded_assets: assetsFault(splitSymbols(values.excluded_assets), books),
    current_holdings: holdingsFault(values.current_holdings, books),
    benchmark: assetFault('Benchmark', values.benchmark.trim().toUpperCase(), books),
    as_of: dayFault(values.as_of, today),
  }
}

function capitalFault(text: string): string | undefined {
  const allowed = '1 to 1,000,000,000,000 with a point for decimals, at most 8 of them, such as 10000'
  const plain = plainAmount(text)
  if (plain === '') return 'Capital is empty; allowed: ' + allowed
  if (!isDecimal(plain) || /[eE]/.test(plain)) return fault('Capital', text, allowed)
  const decimals = plain.split('.')[1]?.length ?? 0
  return Number(plain) < 1 || Number(plain) > MOST_CAPITAL || decimals > 8 ? fault('Capital', text, allowed) : undefined
}

/** 10,000 and 10 000 are 10000: groups of three digits are how people write; a comma anywhere else stays and is refused. */
export function plainAmount(text: string): string {
  const trimmed = text.trim()
  return /^\d{1,3}([,\s'’]\d{3})+(\.\d+)?$/.test(trimmed) ? trimmed.replace(/[,\s'’]/g, '') : trimmed
}

function bothFault(values: Values): string | undefined {
  const both = values.excluded_sectors.filter((sector) => values.preferred_sectors.includes(sector))
  return both.length > 0 ? fault('Sectors to leave out', both.join(', '), 'sectors that are not preferred too') : undefined
}

function assetsFault(symbols: readonly string[], books: Books | undefined): string | undefined {
  if (symbols.length > MOST_ENTRIES) return fault('Assets to leave out', `${symbols.length} entries`, `at most ${MOST_ENTRIES}`)
  return symbols.map((symbol) => assetFault('Assets to leave out', symbol, books)).find((one) => one !== undefined)
}

function assetFault(field: string, symbol: string, books: Books | undefined): string | undefined {
  if (ID.test(symbol)) return undefined
  if (!SYMBOL.test(symbol)) return fault(field, symbol, 'a symbol such as AAPL')
  return books?.symbols && !books.symbols.has(symbol) ? fault(field, symbol, 'a symbol that the books hold, such as AAPL') : undefined
}

type HeldLine = { readonly asset: string; readonly shares: string }

const splitSymbols = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean).map(upper)

const upper = (symbol: string): string => (ID.test(symbol) ? symbol.toLowerCase() : symbol.toUpperCase())

function heldLines(text: string): readonly HeldLine[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [asset = '', shares = '', ...rest] = line.split(/[\s,;]+/)
      return { asset: upper(asset), shares: [shares, ...rest].join(' ').trim() }
    })
}

function holdingsFault(text: string, books: Books | undefined): string | undefined {
  const seen = new Set<string>()
  const lines = heldLines(text)
  if (lines.length > MOST_ENTRIES) return fault('What you own', `${lines.length} lines`, `at most ${MOST_ENTRIES}`)
  for (const line of lines) {
    const wrong = assetFault('What you own', line.asset, books)
    if (wrong) return wrong
    if (!isDecimal(line.shares) || Number(line.shares) <= 0) return fault(`Shares of ${line.asset}`, line.shares, 'a number above 0, such as AAPL 10')
    if (seen.has(line.asset)) return fault('What you own', line.asset, 'each asset once')
    seen.add(line.asset)
  }
  return undefined
}

function dayFault(text: string, today: string): string | undefined {
  if (text === '') return undefined
  if (!DAY.test(text) || Number.isNaN(Date.parse(text))) return fault('As of', text, 'a day such as 2017-11-10, or nothing for now')
  return text > today ? fault('As of', text, `a day up to today, ${today}, or nothing for now`) : undefined
}

/** The question that values without faults make. Empty lists are said, so that what the form shows is what counts. */
export function orderOf(values: Values): RecommendationOrder {
  return {
    capital: decimal(plainAmount(values.capital)),
    currency: values.currency,
    risk_tolerance: values.risk_tolerance,
    investment_horizon: values.investment_horizon,
    diversification_preference: values.diversification_preference,
    esg_preference: values.esg_preference,
    asset_types: values.asset_types,
    preferred_sectors: values.preferred_sectors,
    excluded_sectors: values.excluded_sectors,
    excluded_assets: splitSymbols(values.excluded_assets),
    current_holdings: heldLines(values.current_holdings).map((line) => ({ asset: line.asset, shares: decimal(line.shares) })),
    benchmark: values.benchmark.trim().toUpperCase(),
    as_of: values.as_of || undefined,
  }
}

const LISTS = ['asset_types', 'preferred_sectors', 'excluded_sectors'] as const

/** What differs from the defaults, for the address. */
export function queryOf(values: Values): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    (Object.keys(DEFAULTS) as (keyof Values)[]).map((name) => {
      const [text, usual] = [asText(values[name]), asText(DEFAULTS[name])]
      return [name, text === usual ? undefined : text]
    }),
  )
}

const asText = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join(','))

/** The values of an address; what it does not say is as in `base`, what cannot be is left out. */
export function valuesOf(query: URLSearchParams, base: Values = DEFAULTS): Values {
  const text = (name: keyof Values): string | undefined => query.get(name) ?? undefined
  const list = (name: (typeof LISTS)[number]): readonly string[] => text(name)?.split(',').filter(Boolean) ?? base[name]
  const one = <Choice extends string>(name: keyof Values, choices: readonly Choice[], usual: Choice): Choice => choices.find((choice) => choice === text(name)) ?? usual
  return {
    capital: text('capital') ?? base.capital,
    currency: text('currency') ?? base.currency,
    risk_tolerance: one('risk_tolerance', RISKS, base.risk_tolerance),
    investment_horizon: one('investment_horizon', HORIZONS, base.investment_horizon),
    diversification_preference: one('diversification_preference', SPREADS, base.diversification_preference),
    esg_preference: one('esg_preference', ESG, base.esg_preference),
    asset_types: list('asset_types').filter((type) => TYPES.some((known) => known === type)),
    preferred_sectors: list('preferred_sectors'),
    excluded_sectors: list('excluded_sectors'),
    excluded_assets: text('excluded_assets') ?? base.excluded_assets,
    current_holdings: text('current_holdings') ?? base.current_holdings,
    benchmark: text('benchmark') ?? base.benchmark,
    as_of: text('as_of') ?? base.as_of,
  }
}

/** The same question once more, to be changed. @param isDated whether the day stays what it was */
export function valuesOfRequest(request: RequestDocument, isDated: boolean): Values {
  return {
    ...DEFAULTS,
    capital: request.capital,
    currency: request.currency,
    risk_tolerance: RISKS.find((risk) => risk === request.risk_tolerance) ?? DEFAULTS.risk_tolerance,
    investment_horizon: HORIZONS.find((horizon) => horizon === request.investment_horizon) ?? DEFAULTS.investment_horizon,
    diversification_preference: SPREADS.find((spread) => spread === request.diversification_preference) ?? DEFAULTS.diversification_preference,
    esg_preference: ESG.find((esg) => esg === request.esg_preference) ?? DEFAULTS.esg_preference,
    asset_types: request.asset_types,
    preferred_sectors: request.preferred_sectors,
    excluded_sectors: request.excluded_sectors,
    excluded_assets: request.excluded_assets.join(', '),
    current_holdings: request.current_holdings.map((held) => `${held.asset} ${held.shares}`).join('\n'),
    benchmark: request.benchmark,
    as_of: isDated && request.as_of ? dayInNewYork(request.as_of) : '',
  }
}

/** A day means its end in New York, which is the first instant of the next one: the day that ended is meant. */
export const dayInNewYork = (instant: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.parse(instant) - 1)

/** The form's address for a question that was asked before. */
export function askAgain(request: RequestDocument): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(queryOf(valuesOfRequest(request, true)))) if (value !== undefined) query.set(name, value)
  const text = query.toString()
  return text ? `/recommend?${text}` : '/recommend'
}

/** What a profile says, over the defaults, with the labels of what it filled in. */
export function withProfile(base: Values, profile: Profile): { readonly values: Values; readonly filled: readonly string[] } {
  const risk = RISKS.find((one) => one === profile.risk_tolerance)
  const horizon = HORIZONS.find((one) => one === profile.investment_horizon)
  const filled = [risk && 'risk', horizon && 'horizon', profile.preferred_sectors.length > 0 && 'preferred sectors', profile.excluded_assets.length > 0 && 'assets to leave out']
  return {
    values: {
      ...base,
      risk_tolerance: risk ?? base.risk_tolerance,
      investment_horizon: horizon ?? base.investment_horizon,
      preferred_sectors: profile.preferred_sectors.length > 0 ? profile.preferred_sectors : base.preferred_sectors,
      excluded_assets: profile.excluded_assets.length > 0 ? profile.excluded_assets.join(', ') : base.excluded_assets,
    },
    filled: filled.filter((one): one is string => typeof one === 'string'),
  }
}
