import { computed, signal } from '@preact/signals'

type Place = { readonly pathname: string; readonly search: string; readonly hash: string }

const here = (): Place => ({ pathname: location.pathname, search: location.search, hash: location.hash })

/** Where the reader is. */
export const place = signal<Place>(here())

/** What stands behind the question mark. */
export const query = computed(() => new URLSearchParams(place.value.search))

history.scrollRestoration = 'auto'

addEventListener('popstate', () => {
  place.value = here()
})

/** Goes to an address of this site, as a click on a link would. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  if (to === location.pathname + location.search + location.hash) return
  if (options.replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  place.value = here()
}

/** Changes parts of the query in place, so that a view can be linked to; undefined or '' takes a part away. */
export function setQuery(changes: Readonly<Record<string, string | undefined>>, options: { readonly replace?: boolean } = { replace: true }): void {
  const next = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  navigate(location.pathname + (text ? `?${text}` : ''), options)
}

/** Shows the part of a page that the address names, once it is there; a page that loads first calls it when it has. */
export function scrollToHash(): void {
  const id = decodeURIComponent(location.hash.slice(1))
  if (id) requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView())
}

/** Plain links move within the site without loading it again; all others are the browser's. */
export function followLinks(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element | null)?.closest('a')
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || isOfTheApi(link.pathname)) return
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return
    event.preventDefault()
    navigate(link.pathname + link.search + link.hash)
    if (link.hash) scrollToHash()
    else scrollTo(0, 0)
  })
}

const isOfTheApi = (pathname: string): boolean => /^\/(api|docs|\.well-known|metrics)(\/|$)/.test(pathname)

/** Addresses of pages that others link to. */
export const linkTo = {
  asset: (symbol: string): string => `/assets/${encodeURIComponent(symbol)}`,
  assets: (filters: Readonly<Record<string, string>> = {}): string => {
    const text = new URLSearchParams(filters).toString()
    return text ? `/assets?${text}` : '/assets'
  },
  article: (id: string): string => `/news/${encodeURIComponent(id)}`,
  recommendation: (id: string): string => `/recommendations/${encodeURIComponent(id)}`,
}
