import type { Route } from '~/router'

export const routes: readonly Route[] = [
  { path: '/recommend', title: 'Recommend', load: () => import('./AskPage') },
  { path: '/recommendations', title: 'Recommendations', load: () => import('./ListPage') },
  { path: '/recommendations/:id', title: 'Recommendation', load: () => import('./ResultPage') },
]
