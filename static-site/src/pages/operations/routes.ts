import type { Route } from '~/router'

const of = (params: Readonly<Record<string, string>>, name: string): string => params[name] ?? ''

export const routes: readonly Route[] = [
  { path: '/operations', title: 'Operations', load: () => import('./JobsPage') },
  { path: '/operations/jobs/new', title: 'New job', load: () => import('./JobEditPage') },
  { path: '/operations/jobs/:name', title: (params) => `Job ${of(params, 'name')}`, load: () => import('./JobPage') },
  { path: '/operations/jobs/:name/edit', title: (params) => `Edit ${of(params, 'name')}`, load: () => import('./JobEditPage') },
  { path: '/operations/runs', title: 'Collection runs', load: () => import('./RunsPage') },
  { path: '/operations/runs/:id', title: 'Collection run', load: () => import('./RunPage') },
  { path: '/operations/gaps', title: 'Gaps', load: () => import('./GapsPage') },
  { path: '/operations/quarantine', title: 'Quarantine', load: () => import('./QuarantinePage') },
  { path: '/operations/dead-letters', title: 'Dead letters', load: () => import('./DeadLettersPage') },
  { path: '/operations/collectors', title: 'Providers', load: () => import('./CollectorsPage') },
]
