/** The site's main places, in the order of the navigation. `key` follows g: "g a" goes to the assets. */
export type NavigationItem = { readonly href: string; readonly label: string; readonly hint: string; readonly key: string; /** Other addresses of the same place. */ readonly also?: string }

export const NAVIGATION: readonly NavigationItem[] = [
  { href: '/', label: 'Overview', hint: 'the market at a glance', key: 'o' },
  { href: '/assets', label: 'Assets', hint: 'find, filter and watch', key: 'a' },
  { href: '/recommend', label: 'Recommend', hint: 'ask for an explained recommendation', key: 'r', also: '/recommendations' },
  { href: '/news', label: 'News', hint: 'articles and how positive they are', key: 'n' },
  { href: '/operations', label: 'Operations', hint: 'jobs, runs, gaps and quarantine', key: 'p' },
  { href: '/account', label: 'Account', hint: 'sign in, keys and webhooks', key: 'c' },
  { href: '/developers', label: 'Developers', hint: 'the API and a first call', key: 'd' },
  { href: '/numbers', label: 'About the numbers', hint: 'definitions, sources and limits', key: 'b' },
]

export const isCurrent = ({ href, also }: NavigationItem, pathname: string): boolean =>
  href === '/' ? pathname === '/' : [href, also].some((path) => path !== undefined && (pathname === path || pathname.startsWith(`${path}/`)))
