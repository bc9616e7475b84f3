import { SelectField } from '~/components'
import { Text, type JobFields } from './JobField'
import { CALENDARS } from './schedule'

const KINDS = [
  { value: 'cron', label: 'At set times' },
  { value: 'interval', label: 'Every so often' },
  { value: 'on_demand', label: 'Only when somebody asks' },
] as const

const DURING = [
  { value: '', label: 'On these days' },
  { value: 'session_days', label: 'On these days, all day' },
  { value: 'market_hours', label: 'While markets are open' },
  { value: 'outside_market_hours', label: 'While markets are closed' },
] as const

/** When a job runs by itself. */
export function ScheduleFields({ form }: JobFields) {
  const kind = form.values['schedule.kind']
  const calendars = [{ value: '', label: 'Any day' }, ...Object.entries(CALENDARS).map(([value, words]) => ({ value, label: words.charAt(0).toUpperCase() + words.slice(1) }))]
  return (
    <>
      <SelectField name="schedule.kind" label="It runs" value={kind} fault={form.faultOf('schedule.kind')} options={KINDS} onValue={(value) => form.set('schedule.kind', value)} />
      {kind === 'cron' && (
        <div class="operations-pair">
          <Text form={form} name="schedule.cron" label="Times" hint="cron(minute hour day month weekday year), such as cron(0 18 ? * MON-FRI *)" />
          <Text form={form} name="schedule.zone" label="Time zone" hint="Such as America/New_York or UTC" />
        </div>
      )}
      {kind === 'interval' && <Text form={form} name="schedule.every" label="Every" hint="Such as PT15M for 15 minutes, PT1H for an hour" />}
      {kind !== 'on_demand' && (
        <div class="operations-pair">
          <SelectField name="schedule.calendar" label="Days that count" value={form.values['schedule.calendar']} fault={form.faultOf('schedule.calendar')} options={calendars} onValue={(value) => form.set('schedule.calendar', value)} />
          {form.values['schedule.calendar'] !== '' && <SelectField name="schedule.during" label="Part of the day" value={form.values['schedule.during']} fault={form.faultOf('schedule.during')} options={DURING} onValue={(value) => form.set('schedule.during', value)} />}
        </div>
      )}
      <Text form={form} name="after" label="Follows" hint="Jobs whose runs must have succeeded first, with commas; it also runs when the last of them has" />
    </>
  )
}
