import type { ComponentChildren } from 'preact'
import { fieldId } from '~/components/Form'
import { Panel, SelectField, TextField, type Form, type Option } from '~/components'
import { assetTypeName, formatInteger } from '~/format'
import { type Books, TYPES, type Values } from './request'

type Props = { readonly form: Form<Values>; readonly books?: Books | undefined }

const RISK_CARDS: readonly Card<Values['risk_tolerance']>[] = [
  { value: 'conservative', label: 'Conservative', words: 'Small swings first, even where that earns less' },
  { value: 'moderate', label: 'Moderate', words: 'A balance: bad years happen' },
  { value: 'aggressive', label: 'Aggressive', words: 'More return wanted, deep falls bearable' },
]

const HORIZON_CARDS: readonly Card<Values['investment_horizon']>[] = [
  { value: 'short', label: 'Short', words: 'About half a year' },
  { value: 'medium', label: 'Medium', words: 'About three years' },
  { value: 'long', label: 'Long', words: 'About ten years' },
]

const SPREAD_CARDS: readonly Card<Values['diversification_preference']>[] = [
  { value: 'low', label: 'Few', words: 'Fewer, larger positions' },
  { value: 'medium', label: 'Some', words: 'The usual spread' },
  { value: 'high', label: 'Many', words: 'More, smaller positions' },
]

/** How much, how bold, how long. */
export function Basics({ form, books }: Props) {
  const currencies = [...new Set([...(books?.currencies ?? []), form.values.currency])].sort()
  return (
    <Panel title="How much, how bold, how long?">
      <div class="ask-row">
        <TextField
          name="capital"
          label="Capital"
          inputMode="decimal"
          isRequired
          hint="All that shall be invested, what you own already included"
          value={form.values.capital}
          onValue={(capital) => { form.set('capital', capital); form.touch('capital') }}
          onLeave={() => form.touch('capital')}
          fault={form.faultOf('capital')}
        />
        <SelectField
          name="currency"
          label="Currency"
          hint="Only assets priced in it; nothing is converted"
          value={form.values.currency}
          onValue={(currency) => form.set('currency', currency)}
          options={currencies.map((value) => ({ value, label: value }))}
          fault={form.faultOf('currency')}
        />
      </div>
      <Cards name="risk_tolerance" legend="Risk" cards={RISK_CARDS} value={form.values.risk_tolerance} onValue={(value) => form.set('risk_tolerance', value)} />
      <Cards name="investment_horizon" legend="For how long can the money stay?" cards={HORIZON_CARDS} value={form.values.investment_horizon} onValue={(value) => form.set('investment_horizon', value)} />
    </Panel>
  )
}

/** What may be held, and how far it is spread. */
export function Limits({ form, books, failure }: Props & { readonly failure: string | undefined }) {
  const sectors = [...new Set([...(books?.sectors ?? []), ...form.values.preferred_sectors, ...form.values.excluded_sectors])].sort()
  const set = (name: 'asset_types' | 'preferred_sectors' | 'excluded_sectors') => (value: readonly string[]): void => {
    form.set(name, value)
    form.touch('excluded_sectors')
    form.touch('asset_types')
  }
  const options = sectors.map((value) => ({ value, label: value }))
  const none = failure ? `The sectors could not be read: ${failure}` : books ? 'No asset of the books has a sector.' : 'The sectors are being read…'
  return (
    <Panel title="What may be in it?">
      <Cards name="diversification_preference" legend="How many positions?" cards={SPREAD_CARDS} value={form.values.diversification_preference} onValue={(value) => form.set('diversification_preference', value)} />
      <Chips name="asset_types" legend="Kinds of assets" options={TYPES.map((value) => ({ value, label: assetTypeName(value) }))} values={form.values.asset_types} onValues={set('asset_types')} fault={form.faultOf('asset_types')} />
      <Chips name="preferred_sectors" legend="Sectors that you prefer" hint="Their assets score a little higher" options={options} values={form.values.preferred_sectors} onValues={set('preferred_sectors')} none={none} />
      <Chips name="excluded_sectors" legend="Sectors to leave out" options={options} values={form.values.excluded_sectors} onValues={set('excluded_sectors')} none={none} fault={form.faultOf('excluded_sectors')} />
      <TextField
        name="excluded_assets"
        label="Assets to leave out"
        placeholder="XOM, MO"
        hint={`Symbols with commas between${books?.symbols ? `; the books hold ${formatInteger(books.symbols.size)}` : ''}`}
        value={form.values.excluded_assets}
        onValue={(value) => form.set('excluded_assets', value)}
        onLeave={() => form.touch('excluded_assets')}
        fault={form.faultOf('excluded_assets')}
      />
    </Panel>
  )
}

const ESG_OPTIONS: readonly Option<Values['esg_preference']>[] = [
  { value: 'none', label: 'Does not matter' },
  { value: 'prefer', label: 'Prefer good scores' },
  { value: 'require', label: 'Only good scores' },
]

/** What most people leave as it is; open where something differs. */
export function Owned({ form }: Props) {
  const { values } = form
  const isUsed = values.current_holdings !== '' || values.as_of !== '' || values.benchmark !== 'SPY' || values.esg_preference !== 'none'
  return (
    <details class="panel ask-more" open={isUsed}>
      <summary>
        <h2>More: what you own, benchmark, another day</h2>
      </summary>
      <Holdings form={form} />
      <div class="ask-row">
        <TextField name="benchmark" label="Benchmark" hint="What it is measured against: a symbol" value={values.benchmark} onValue={(value) => form.set('benchmark', value)} onLeave={() => form.touch('benchmark')} fault={form.faultOf('benchmark')} />
        <TextField name="as_of" type="date" label="As of" hint="Go back in time: only what was known at the end of that day. Empty means now." value={values.as_of} onValue={(value) => { form.set('as_of', value); form.touch('as_of') }} fault={form.faultOf('as_of')} />
        <SelectField name="esg_preference" label="ESG score" hint="Where no source gives one, the answer says so" value={values.esg_preference} options={ESG_OPTIONS} onValue={(value) => form.set('esg_preference', value)} fault={form.faultOf('esg_preference')} />
      </div>
    </details>
  )
}

function Holdings({ form }: Props) {
  const fault = form.faultOf('current_holdings')
  const id = fieldId('current_holdings')
  return (
    <div class={`field ${fault ? 'field-faulty' : ''}`}>
      <label for={id}>What you own already</label>
      <p id={`${id}-hint`} class="field-hint">
        A line each, symbol and shares, such as AAPL 10. Trading costs are weighed against it.
      </p>
      <textarea
        id={id}
        name="current_holdings"
        rows={3}
        aria-describedby={`${id}-hint ${id}-fault`}
        aria-invalid={fault !== undefined}
        value={form.values.current_holdings}
        onInput={(event) => form.set('current_holdings', event.currentTarget.value)}
        onBlur={() => form.touch('current_holdings')}
      />
      <Fault name="current_holdings" fault={fault} />
    </div>
  )
}

type Card<Value extends string> = { readonly value: Value; readonly label: string; readonly words: string }

/** One of few, each with a sentence; all of them visible. */
function Cards<Value extends string>({ name, legend, cards, value, onValue }: { readonly name: string; readonly legend: string; readonly cards: readonly Card<Value>[]; readonly value: Value; readonly onValue: (value: Value) => void }) {
  return (
    <fieldset class="cards">
      <legend>{legend}</legend>
      {cards.map((card) => (
        <label key={card.value} class={card.value === value ? 'is-chosen' : undefined}>
          <input type="radio" name={name} value={card.value} checked={card.value === value} onChange={() => onValue(card.value)} />
          <span>
            <strong>{card.label}</strong>
            <span class="dim">{card.words}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type ChipsProps = { readonly name: string; readonly legend: string; readonly hint?: string; readonly options: readonly Option<string>[]; readonly values: readonly string[]; readonly onValues: (values: readonly string[]) => void; readonly none?: string; readonly fault?: string | undefined }

/** Any of several. */
function Chips({ name, legend, hint, options, values, onValues, none, fault }: ChipsProps) {
  const toggle = (value: string, isOn: boolean): void => onValues(isOn ? [...values, value] : values.filter((one) => one !== value))
  return (
    <fieldset class="chips" id={fieldId(name)} tabIndex={-1} aria-describedby={`${fieldId(name)}-fault`}>
      <legend>
        {legend} {hint && <span class="dim">· {hint}</span>}
      </legend>
      <div class="chip-row">
        {options.map((option) => (
          <label key={option.value} class={values.includes(option.value) ? 'is-chosen' : undefined}>
            <input type="checkbox" name={name} value={option.value} checked={values.includes(option.value)} onChange={(event) => toggle(option.value, event.currentTarget.checked)} />
            <span>{option.label}</span>
          </label>
        ))}
        {options.length === 0 && none && <span class="dim">{none}</span>}
      </div>
      <Fault name={name} fault={fault} />
    </fieldset>
  )
}

function Fault({ name, fault }: { readonly name: string; readonly fault: ComponentChildren }) {
  return (
    <p id={`${fieldId(name)}-fault`} class="field-fault" aria-live="polite">
      {fault && (
        <>
          <span aria-hidden="true">✕ </span>
          {fault}
        </>
      )}
    </p>
  )
}
