import { useMemo } from 'preact/hooks'
import { ask, readAll, type Profile, type ProfileChange, type User } from '~/api'
import { CheckField, Figure, Figures, FormSummary, Instant, Loaded, Panel, SelectField, Skeleton, SkeletonBlock, TextField, useForm } from '~/components'
import { sentenceCase } from '~/format'
import { useAsk, useResource } from '~/state/resource'
import { toast } from '~/state/toasts'
import { FormError } from './AccountFrame'
import { wordsOf } from './checks'
import { inOrder, ROLES, scopeName } from './words'

const RISKS = ['conservative', 'moderate', 'aggressive'] as const
const HORIZONS = ['short', 'medium', 'long'] as const
const HORIZON_WORDS = { short: 'Short: 6 months', medium: 'Medium: 3 years', long: 'Long: 10 years' } as const
const MOST_ASSETS = 500

export function ProfilePanels() {
  const me = useAsk('getMe', {})
  const profile = useAsk('getProfile', {})
  return (
    <div class="account-columns">
      <Panel title="For recommendations">
        <p class="dim">What you set here is the default of the form for recommendations. It promises nothing: recommendations are calculated and are not investment advice.</p>
        <Loaded of={profile} what="Your profile could not be read" skeleton={<SkeletonBlock height={520} />}>
          {(answer) => <ProfileForm profile={answer.data} />}
        </Loaded>
      </Panel>
      <Panel title="Your account">
        <Loaded of={me} what="Your account could not be read" skeleton={<Skeleton lines={8} />}>
          {(answer) => <Me user={answer.data} />}
        </Loaded>
      </Panel>
    </div>
  )
}

function Me({ user }: { readonly user: User }) {
  return (
    <div class="stack">
      <Figures>
        <Figure label="E-mail" note={user.has_password ? 'confirmed' : `signs in at ${user.issuer}`}>
          <span class="account-email">{user.email ?? 'not kept here'}</span>
        </Figure>
        <Figure label="Role">{ROLES[user.role] ?? user.role}</Figure>
        <Figure label="Plan" note="which quota counts">
          {sentenceCase(user.plan)}
        </Figure>
        <Figure label="Since">
          <Instant at={user.created_at} />
        </Figure>
      </Figures>
      <div>
        <h3>What you may do</h3>
        <ul class="account-scopes">
          {inOrder(user.scopes).map((scope) => (
            <li key={scope}>
              {scopeName(scope) !== scope && <span>{scopeName(scope)} </span>}
              <code>{scope}</code>
            </li>
          ))}
        </ul>
      </div>
      <p class="dim">
        User id <code>{user.id}</code>
      </p>
    </div>
  )
}

type Values = { readonly risk_tolerance: string; readonly investment_horizon: string; readonly preferred_sectors: readonly string[]; readonly excluded_assets: string }

const valuesOf = (profile: Profile): Values => ({
  risk_tolerance: profile.risk_tolerance ?? '',
  investment_horizon: profile.investment_horizon ?? '',
  preferred_sectors: profile.preferred_sectors,
  excluded_assets: profile.excluded_assets.join(', '),
})

function changeOf(values: Values): ProfileChange {
  return {
    risk_tolerance: RISKS.find((risk) => risk === values.risk_tolerance) ?? null,
    investment_horizon: HORIZONS.find((horizon) => horizon === values.investment_horizon) ?? null,
    preferred_sectors: values.preferred_sectors,
    excluded_assets: wordsOf(values.excluded_assets),
  }
}

const excludedFault = (text: string): string | undefined => (wordsOf(text).length > MOST_ASSETS ? `At most ${MOST_ASSETS} assets` : undefined)

function ProfileForm({ profile }: { readonly profile: Profile }) {
  const form = useForm(
    valuesOf(profile),
    (values) => ({ excluded_assets: excludedFault(values.excluded_assets) }),
    async (values) => {
      const answer = await ask('replaceProfile', {}, changeOf(values))
      form.setAll(valuesOf(answer.data))
      toast('Profile saved')
    },
  )
  const risks = [{ value: '', label: 'Not said' }, ...RISKS.map((value) => ({ value, label: sentenceCase(value) }))]
  const horizons = [{ value: '', label: 'Not said' }, ...HORIZONS.map((value) => ({ value, label: HORIZON_WORDS[value] }))]
  return (
    <form class="form" noValidate onSubmit={form.submit}>
      <FormSummary faults={form.summary} />
      <FormError error={form.error} fields={Object.keys(form.values)} />
      <SelectField name="risk_tolerance" label="Risk" hint="How much of a swing you can bear" value={form.values.risk_tolerance} options={risks} onValue={(value) => form.set('risk_tolerance', value)} fault={form.faultOf('risk_tolerance')} />
      <SelectField name="investment_horizon" label="Horizon" hint="How long the money can stay" value={form.values.investment_horizon} options={horizons} onValue={(value) => form.set('investment_horizon', value)} fault={form.faultOf('investment_horizon')} />
      <Sectors chosen={form.values.preferred_sectors} onChosen={(sectors) => form.set('preferred_sectors', sectors)} />
      <TextField name="excluded_assets" label="Never recommend" hint="Symbols, by commas or blanks" placeholder="XOM, CVX" value={form.values.excluded_assets} onValue={(value) => form.set('excluded_assets', value)} onLeave={() => form.touch('excluded_assets')} fault={form.faultOf('excluded_assets')} />
      <div class="account-actions">
        <button type="submit" class="button button-primary" disabled={form.isSending}>
          {form.isSending ? 'Saving…' : 'Save profile'}
        </button>
      </div>
    </form>
  )
}

/** The sectors of the books, and those of the profile that no asset has any more. */
function Sectors({ chosen, onChosen }: { readonly chosen: readonly string[]; readonly onChosen: (sectors: readonly string[]) => void }) {
  const assets = useResource('sectors of the books', (signal) => readAll('searchAssets', {}, signal))
  const names = useMemo(() => [...new Set([...(assets.data?.items ?? []).map((asset) => asset.sector ?? ''), ...chosen])].filter(Boolean).sort(), [assets.data, chosen])
  const toggle = (name: string, isOn: boolean): void => onChosen(isOn ? [...chosen, name] : chosen.filter((one) => one !== name))
  return (
    <fieldset class="account-checks">
      <legend>Preferred sectors</legend>
      <Loaded of={assets} what="The sectors could not be read" skeleton={<SkeletonBlock height={180} />}>
        {() => names.map((name) => <CheckField key={name} name={`sector-${name.replaceAll(/\W+/g, '-')}`} label={name} isChecked={chosen.includes(name)} onValue={(isOn) => toggle(name, isOn)} />)}
      </Loaded>
    </fieldset>
  )
}
