import { decimal, isDecimal, type CollectionJob, type CollectionJobDocument, type FieldFault, type JobDocument } from '~/api'
import type { Faults } from '~/components'

/** What is in the form's fields. Each name is the path by which the API names the field's faults. */
export type JobValues = {
  readonly name: string
  readonly description: string
  readonly 'collector.provider': string
  readonly 'collector.fallbacks': string
  readonly 'collector.location': string
  readonly datasets: string
  readonly 'assets.types': string
  readonly 'assets.symbols': string
  readonly 'mode.kind': 'incremental' | 'batch'
  readonly 'mode.from': string
  readonly 'mode.to': string
  readonly 'schedule.kind': 'cron' | 'interval' | 'on_demand'
  readonly 'schedule.cron': string
  readonly 'schedule.zone': string
  readonly 'schedule.every': string
  readonly 'schedule.calendar': string
  readonly 'schedule.during': string
  readonly after: string
  readonly 'limits.max_items': string
  readonly 'limits.max_calls': string
  readonly 'limits.max_hours': string
}

export const EMPTY_JOB: JobValues = {
  name: '',
  description: '',
  'collector.provider': '',
  'collector.fallbacks': '',
  'collector.location': '',
  datasets: 'assets, bars',
  'assets.types': '',
  'assets.symbols': '',
  'mode.kind': 'incremental',
  'mode.from': '',
  'mode.to': '',
  'schedule.kind': 'on_demand',
  'schedule.cron': '',
  'schedule.zone': 'UTC',
  'schedule.every': '',
  'schedule.calendar': '',
  'schedule.during': '',
  after: '',
  'limits.max_items': '10000',
  'limits.max_calls': '50000',
  'limits.max_hours': '24',
}

/** The fields as a job, or a template's job, has them. */
export function valuesOf(job: CollectionJob | JobDocument): JobValues {
  const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value))
  const list = (items: readonly string[] | null | undefined): string => (items ?? []).join(', ')
  return {
    name: text(job.name),
    description: text(job.description),
    'collector.provider': text(job.collector?.provider),
    'collector.fallbacks': list(job.collector?.fallbacks),
    'collector.location': text(job.collector?.location),
    datasets: list(job.datasets),
    'assets.types': list(job.assets?.types),
    'assets.symbols': list(job.assets?.symbols),
    'mode.kind': job.mode?.kind ?? 'incremental',
    'mode.from': text(job.mode?.from),
    'mode.to': text(job.mode?.to),
    'schedule.kind': job.schedule?.kind ?? 'on_demand',
    'schedule.cron': text(job.schedule?.cron),
    'schedule.zone': job.schedule?.zone ?? 'UTC',
    'schedule.every': text(job.schedule?.every),
    'schedule.calendar': text(job.schedule?.calendar),
    'schedule.during': text(job.schedule?.during),
    after: list(job.after),
    'limits.max_items': text(job.limits?.max_items ?? 10000),
    'limits.max_calls': text(job.limits?.max_calls ?? 50000),
    'limits.max_hours': text(job.limits?.max_hours ?? '24'),
  }
}

/** Words between commas or spaces. */
export const wordsIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((word) => word !== '')

/** The job that the fields describe; fields that do not belong to the chosen kind are left out, since the API refuses them. */
export function documentOf(values: JobValues): CollectionJobDocument {
  const given = (text: string): string | null => (text.trim() === '' ? null : text.trim())
  const kind = values['schedule.kind']
  const isBatch = values['mode.kind'] === 'batch'
  const calendar = kind === 'on_demand' ? null : given(values['schedule.calendar'])
  return {
    name: given(values.name),
    description: values.description.trim(),
    collector: { provider: given(values['collector.provider']), fallbacks: wordsIn(values['collector.fallbacks']), location: values['collector.location'].trim() },
    datasets: wordsIn(values.datasets),
    assets: { types: wordsIn(values['assets.types']), symbols: wordsIn(values['assets.symbols']) },
    mode: { kind: values['mode.kind'], from: isBatch ? given(values['mode.from']) : null, to: isBatch ? given(values['mode.to']) : null },
    schedule: {
      kind,
      cron: kind === 'cron' ? given(values['schedule.cron']) : null,
      zone: kind === 'cron' ? given(values['schedule.zone']) : null,
      every: kind === 'interval' ? given(values['schedule.every']) : null,
      calendar,
      during: calendar === null ? null : given(values['schedule.during']),
    },
    after: wordsIn(values.after),
    limits: { max_items: Number(values['limits.max_items']), max_calls: Number(values['limits.max_calls']), max_hours: decimal(values['limits.max_hours']) },
  }
}

const NAME = /^[a-z0-9-]{1,48}$/

const wholeNumber = (text: string, most: number): string | undefined =>
  /^[1-9]\d*$/.test(text) && Number(text) <= most ? undefined : `A whole number from 1 to ${most.toLocaleString('en')}`

/** What would not even make a document; everything else is the API's to judge. */
export function checkJob(values: JobValues): Faults<JobValues> {
  return {
    name: NAME.test(values.name) ? undefined : 'Lower case letters, digits and hyphens; 48 at most',
    'collector.provider': values['collector.provider'] ? undefined : 'Choose who is asked first',
    datasets: wordsIn(values.datasets).length > 0 ? undefined : 'At least one, such as bars',
    'schedule.cron': values['schedule.kind'] === 'cron' && !values['schedule.cron'].trim() ? 'Such as cron(0 18 ? * MON-FRI *)' : undefined,
    'schedule.every': values['schedule.kind'] === 'interval' && !values['schedule.every'].trim() ? 'Such as PT15M for every 15 minutes' : undefined,
    'limits.max_items': wholeNumber(values['limits.max_items'], 100_000),
    'limits.max_calls': wholeNumber(values['limits.max_calls'], 1_000_000),
    'limits.max_hours': isDecimal(values['limits.max_hours']) && Number(values['limits.max_hours']) > 0 && Number(values['limits.max_hours']) <= 744 ? undefined : 'Hours, more than 0 and 744 at most',
  }
}

/** Faults of the API at their fields; what belongs to none of them is in `others`. */
export function placed(faults: readonly Pick<FieldFault, 'path' | 'message'>[]): { readonly at: Faults<JobValues>; readonly others: readonly string[] } {
  const at: Record<string, string> = {}
  const others: string[] = []
  for (const fault of faults) {
    const field = fault.path.replace(/\[\d+\]/g, '')
    const name = field in EMPTY_JOB ? field : field === 'schedule' || field === 'mode' ? `${field}.kind` : undefined
    if (name === undefined) others.push(`${fault.path}: ${fault.message}`)
    else at[name] = at[name] ? `${at[name]}; ${fault.message}` : fault.message
  }
  return { at: at as Faults<JobValues>, others }
}
