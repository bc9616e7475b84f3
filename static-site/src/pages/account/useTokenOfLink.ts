import { useLayoutEffect } from 'preact/hooks'
import { tokenOfLink } from '~/api'
import { navigate, place } from '~/router'

/**
 * Hands over the token of a link that led here, before the page is painted. A browser doesn't load the page again for a link
 * pasted while it shows, so the address is watched. The token leaves it at once, also one that is cut off: neither history nor
 * a screenshot keeps it.
 */
export function useTokenOfLink(name: 'session' | 'token', onArrival: (token: string) => void): void {
  const { pathname, search, hash } = place.value
  useLayoutEffect(() => {
    if (!hash.startsWith(`#${name}=`)) return
    const token = tokenOfLink(hash, name)
    navigate(pathname + search, { replace: true })
    if (token !== undefined) onArrival(token)
  }, [hash])
}
