import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { config } from '~/state/config'
import { announce } from '~/state/toasts'
import { PageSkeleton } from '~/components/Skeleton'
import { PageBoundary } from '~/app/PageBoundary'
import { NotFound } from '~/app/NotFound'
import { matchRoute, titleOf, type Match, type PageProps } from './routes'
import { place } from './location'

/** The page of the present address. Its heading gets the focus when it changed, so that a screen reader says where one is. */
export function Outlet() {
  const match = matchRoute(place.value.pathname)
  const name = match ? titleOf(match) : 'Not found'
  const isFirst = useRef(true)

  useEffect(() => {
    document.title = `${name} · ${config.value.brand}`
    if (!isFirst.current) {
      announce(name)
      document.getElementById('main')?.focus({ preventScroll: true })
    }
    isFirst.current = false
  }, [place.value.pathname])

  if (!match) return <NotFound />
  return (
    <PageBoundary key={match.route.path}>
      <Loaded match={match} />
    </PageBoundary>
  )
}

function Loaded({ match }: { readonly match: Match }) {
  const [page, setPage] = useState<{ readonly route: unknown; readonly Page: ComponentType<PageProps> }>()
  const [failure, setFailure] = useState<unknown>()

  useEffect(() => {
    let isWanted = true
    match.route.load().then(
      (module) => isWanted && setPage({ route: match.route, Page: module.default }),
      (thrown: unknown) => isWanted && setFailure(thrown ?? new Error('the page could not be loaded')),
    )
    return () => {
      isWanted = false
    }
  }, [match.route])

  if (failure) throw failure
  if (page?.route !== match.route) return <PageSkeleton />
  return <page.Page params={match.params} />
}
