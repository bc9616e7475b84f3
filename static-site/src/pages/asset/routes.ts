import type { Route } from '~/router'

export const routes: readonly Route[] = [{ path: '/assets/:symbol', title: ({ symbol }) => symbol ?? 'Asset', load: () => import('./AssetPage') }]
