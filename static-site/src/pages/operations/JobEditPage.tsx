import { useMemo } from 'preact/hooks'
import type { CollectionJob, JobTemplate } from '~/api'
import { Choice, Empty, Panel, Skeleton } from '~/components'
import { query, setQuery, type PageProps } from '~/router'
import { useAsk } from '~/state/resource'
import { EMPTY_JOB, valuesOf, type JobValues } from './jobForm'
import { JobForm } from './JobForm'
import { Frame, Guarded, jobPath, mayWrite } from './parts'

/** Makes a job, from a template or from nothing, or changes one. */
export default function JobEditPage({ params }: PageProps) {
  return params['name'] === undefined ? <NewJob /> : <ChangedJob key={params['name']} name={params['name']} />
}

const NotAllowed = () => (
  <Empty title="Your account may not change jobs" action={<a class="button" href="/operations">Look at the jobs</a>}>
    It takes the permission <code>collection:write</code>, which an administrator gives.
  </Empty>
)

function NewJob() {
  const templates = useAsk('listJobTemplates', {})
  return (
    <Frame title="New job" lead="What to collect, from whom and when. It is tried while you type; nothing is stored before you save.">
      {!mayWrite() ? (
        <NotAllowed />
      ) : (
        <Guarded of={templates} what="The templates could not be read" skeleton={<Skeleton lines={14} />}>
          {({ data }) => <FromTemplate templates={data} />}
        </Guarded>
      )}
    </Frame>
  )
}

function FromTemplate({ templates }: { readonly templates: readonly JobTemplate[] }) {
  const template = templates.find((one) => one.name === query.value.get('template'))
  const initial: JobValues = useMemo(() => (template ? valuesOf({ ...template.job, name: template.name }) : EMPTY_JOB), [template])
  return (
    <>
      <Panel title="Start from">
        <Choice
          label="A template or an empty form"
          value={template?.name ?? ''}
          options={[{ value: '', label: 'Empty form' }, ...templates.map(({ name }) => ({ value: name, label: name }))]}
          onValue={(name) => setQuery({ template: name })}
        />
        <p class="dim">{template ? `${template.description}. All of it can be changed below.` : 'A template fills the form; all of it can be changed.'}</p>
      </Panel>
      <JobForm key={template?.name ?? ''} initial={initial} existing={undefined} />
    </>
  )
}

function ChangedJob({ name }: { readonly name: string }) {
  const job = useAsk('getCollectionJob', { name })
  return (
    <Frame title={`Edit ${name}`} lead="What is saved counts from the next run on; a run under way goes on as it began." tools={<a class="button" href={jobPath(name)}>Back to the job</a>}>
      {!mayWrite() ? (
        <NotAllowed />
      ) : (
        <Guarded of={job} what="The job could not be read" skeleton={<Skeleton lines={14} />}>
          {({ data }: { readonly data: CollectionJob }) => <JobForm initial={valuesOf(data)} existing={data} />}
        </Guarded>
      )}
    </Frame>
  )
}
