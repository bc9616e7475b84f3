import type { Route } from '~/router'

export const routes: readonly Route[] = [{ path: '/numbers', title: 'About the numbers', load: () => import('./NumbersPage') }]
