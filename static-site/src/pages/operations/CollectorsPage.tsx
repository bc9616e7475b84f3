import { useMemo } from 'preact/hooks'
import type { Collector, CollectorBudget, CollectorState } from '~/api'
import { Choice, Empty, Hint, Instant, Panel, Skeleton, TextField } from '~/components'
import { assetTypeName, counted, formatDate, formatInteger, sentenceCase } from '~/format'
import { query, setQuery } from '~/router'
import { useLive } from '~/state/resource'
import { AlarmList } from './Alarms'
import { listed } from './schedule'
import { Frame, Guarded, StateChip } from './parts'
import { quotaInWords } from './words'

const EVERY_SECONDS = 30

const SHOWS = [
  { value: 'all', label: 'All' },
  { value: 'asked', label: 'Asked before' },
  { value: 'trouble', label: 'In trouble' },
] as const

type Show = (typeof SHOWS)[number]['value']

const inTrouble = (one: Collector): boolean => one.alarms.length > 0 || one.states.some((state) => state.breaker !== 'closed' || state.consecutive_failures > 0)

/** Whom data is collected from, how often they may be asked, and how that goes. */
export default function CollectorsPage() {
  const collectors = useLive('listCollectors', {}, EVERY_SECONDS)
  const show: Show = SHOWS.find((one) => one.value === query.value.get('show'))?.value ?? 'all'
  const name = query.value.get('name') ?? ''
  return (
    <Frame title="Providers" lead="Whom data is collected from, how often each may be asked, and how that goes.">
      <Panel title="Providers" aside={<Choice label="Which providers" value={show} options={SHOWS} onValue={(value) => setQuery({ show: value === 'all' ? undefined : value })} />}>
        <div class="filters">
          <TextField name="name" label="Name, dataset or type" type="search" autocomplete="off" value={name} onValue={(value) => setQuery({ name: value })} />
        </div>
        <Guarded of={collectors} what="The providers could not be read" skeleton={<Skeleton lines={16} />}>
          {({ data }) => <List collectors={data} show={show} name={name.trim().toLowerCase()} />}
        </Guarded>
      </Panel>
    </Frame>
  )
}

function List({ collectors, show, name }: { readonly collectors: readonly Collector[]; readonly show: Show; readonly name: string }) {
  const shown = useMemo(
    () =>
      collectors
        .filter((one) => show === 'all' || (show === 'asked' ? one.states.length > 0 : inTrouble(one)))
        .filter((one) => [one.provider, one.title, ...one.datasets, ...one.asset_types].some((text) => text.toLowerCase().includes(name))),
    [collectors, show, name],
  )
  if (shown.length === 0) {
    return <Empty title={show === 'trouble' && !name ? 'No provider is in trouble' : 'No provider fits'} action={<button type="button" class="button" onClick={() => setQuery({ show: undefined, name: undefined })}>Show all providers</button>} />
  }
  return (
    <>
      <p class="dim" role="status">
        {counted(shown.length, 'provider')}, {formatInteger(shown.filter((one) => one.states.length > 0).length)} of them asked before.
      </p>
      <div class="operations-providers">
        {shown.map((one) => (
          <Provider key={one.provider} of={one} />
        ))}
      </div>
    </>
  )
}

function Provider({ of: one }: { readonly of: Collector }) {
  return (
    <section class="operations-provider" aria-label={one.title}>
      <div class="operations-provider-head">
        <h3>{one.title}</h3>
        <code>{one.provider}</code>
      </div>
      <p class="dim">
        {one.datasets.length > 0 ? `${listed(one.datasets.map(sentenceCase), 'and')}; ${listed(one.asset_types.map(assetTypeName), 'and') || 'of no type of asset'}` : 'It offers nothing that can be collected.'}
      </p>
      <dl class="operations-facts">
        <dt>Budget</dt>
        <dd>{one.quotas.length > 0 ? listed(one.quotas.map(quotaInWords), 'and') : 'no bound'}</dd>
        <dt>Key</dt>
        <dd>{keyInWords(one)}</dd>
        {!one.enabled && (
          <>
            <dt>Off</dt>
            <dd>This installation asks it no more.</dd>
          </>
        )}
        <dt>Health</dt>
        <dd>{one.states.length === 0 ? <span class="dim">Never asked</span> : one.states.map((state) => <Health key={state.key_id} state={state} isOnly={one.states.length === 1} />)}</dd>
      </dl>
      {one.alarms.length > 0 && <AlarmList alarms={one.alarms} />}
      <Hint term="What it has and on what terms">
        <ul class="plain-list">
          {one.offers.map((offer) => (
            <li key={`${offer.dataset} ${offer.asset_types.join()}`}>
              {sentenceCase(offer.dataset)} of {listed(offer.asset_types.map(assetTypeName), 'and') || 'no asset'}
              {offer.first_date && `, since ${formatDate(offer.first_date)}`}
              {offer.reach && `, reaching back ${offer.reach}`}; {counted(offer.symbols_per_call, 'symbol')} a call
            </li>
          ))}
        </ul>
        <p>{one.terms}</p>
        <p>
          {one.licence}. Source to be named: {one.attribution}. Prices {one.price_basis.replaceAll('_', ' ')}, in {one.currency}.
        </p>
      </Hint>
    </section>
  )
}

function keyInWords(one: Collector): string {
  if (one.key === 'none') return 'none needed'
  const has = one.key_configured ? 'this installation has one' : 'this installation has none'
  return `${one.key}; ${has}`
}

const BREAKERS = { closed: 'Asked as usual', open: 'Left alone', half_open: 'Being tried' } as const

/** The breaker opens when a provider keeps failing, so that it is left alone for a while. */
function Health({ state, isOnly }: { readonly state: CollectorState; readonly isOnly: boolean }) {
  return (
    <div>
      <StateChip state={state.breaker} label={BREAKERS[state.breaker]} /> {!isOnly && <code>{state.key_id}</code>}
      <p class="dim">
        {state.breaker !== 'closed' && (
          <>
            Left alone{state.open_until ? <> until <Instant at={state.open_until} /></> : null}.{' '}
          </>
        )}
        {state.blocked_until && (
          <>
            It asked us to wait until <Instant at={state.blocked_until} />.{' '}
          </>
        )}
        Last success: {state.last_success_at ? <Instant at={state.last_success_at} /> : 'never'}; last failure: {state.last_failure_at ? <Instant at={state.last_failure_at} /> : 'never'}
        {state.last_failure && `, ${state.last_failure}`}
        {state.consecutive_failures > 0 && `; ${counted(state.consecutive_failures, 'failure')} in a row`}
      </p>
      <ul class="plain-list">
        {state.budgets.map((budget) => (
          <li key={budget.seconds}>
            <Used budget={budget} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How much of a quota is used, and when some of it comes back. */
function Used({ budget }: { readonly budget: CollectorBudget }) {
  return (
    <span class="operations-progress">
      <progress max={budget.calls} value={budget.used} aria-label={`Used of ${quotaInWords(budget)}`} />
      <span>
        {formatInteger(budget.used)} of {quotaInWords(budget)} used
        {budget.free_at && (
          <span class="dim">
            ; one comes back <Instant at={budget.free_at} />
          </span>
        )}
      </span>
    </span>
  )
}
