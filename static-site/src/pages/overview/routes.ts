import type { Route } from '~/router'

export const routes: readonly Route[] = [{ path: '/', title: 'Overview', load: () => import('./OverviewPage') }]
