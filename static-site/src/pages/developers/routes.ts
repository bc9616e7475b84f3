import type { Route } from '~/router'

export const routes: readonly Route[] = [{ path: '/developers', title: 'Developers', load: () => import('./DevelopersPage') }]
