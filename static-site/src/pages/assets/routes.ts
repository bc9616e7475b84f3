import type { Route } from '~/router'

export const routes: readonly Route[] = [{ path: '/assets', title: 'Assets', load: () => import('./AssetsPage') }]
