import type { Route } from '~/router'

export const routes: readonly Route[] = [
  { path: '/news', title: 'News', load: () => import('./NewsPage') },
  { path: '/news/:id', title: 'Article', load: () => import('./ArticlePage') },
]
