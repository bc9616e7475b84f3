import type { ComponentType } from 'preact'

export type Parameters = Readonly<Record<string, string>>

export type PageProps = { readonly params: Parameters }

/** An address and the page behind it, which is loaded when it is first shown. */
export type Route = {
  /** Such as /assets/:symbol; a parameter is one segment. */
  readonly path: string
  /** For the tab, without the brand. */
  readonly title: string | ((params: Parameters) => string)
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>
}

export type Match = { readonly route: Route; readonly params: Parameters }

/** A page's folder exports `routes` from its routes.ts; nothing else has to be told of it. */
const found = import.meta.glob<{ readonly routes: readonly Route[] }>('../pages/*/routes.ts', { eager: true })

export const ROUTES: readonly Route[] = Object.values(found).flatMap((module) => module.routes)

/** Plain text goes before a parameter. */
export function matchRoute(pathname: string, routes: readonly Route[] = ROUTES): Match | undefined {
  const segments = split(pathname)
  const ranked = [...routes].sort((one, other) => parametersIn(one.path) - parametersIn(other.path))
  for (const route of ranked) {
    const params = matchPath(split(route.path), segments)
    if (params) return { route, params }
  }
  return undefined
}

export function titleOf(match: Match): string {
  return typeof match.route.title === 'string' ? match.route.title : match.route.title(match.params)
}

const split = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '')

const parametersIn = (path: string): number => split(path).filter((segment) => segment.startsWith(':')).length

function matchPath(pattern: readonly string[], segments: readonly string[]): Parameters | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of pattern.entries()) {
    const segment = segments[i] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decoded(segment)
    else if (part !== segment) return undefined
  }
  return params
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
