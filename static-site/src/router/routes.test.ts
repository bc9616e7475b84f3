// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { matchRoute, ROUTES, type Route } from './routes'

const route = (path: string): Route => ({ path, title: path, load: () => Promise.reject(new Error('not loaded here')) })

describe('matchRoute', () => {
  const routes = [route('/assets/:symbol'), route('/assets'), route('/assets/compare')]
  it('prefers plain text to a parameter', () => expect(matchRoute('/assets/compare', routes)?.route.path).toBe('/assets/compare'))
  it('decodes parameters', () => expect(matchRoute('/assets/BRK%2FB', routes)?.params).toEqual({ symbol: 'BRK/B' }))
  it('takes a slash at the end for nothing', () => expect(matchRoute('/assets/', routes)?.route.path).toBe('/assets'))
  it('finds no page where there is none', () => expect(matchRoute('/assets/a/b', routes)).toBeUndefined())
})

describe('the pages', () => {
  it('have one address each', () => expect(new Set(ROUTES.map((one) => one.path)).size).toBe(ROUTES.length))
  it('can be loaded', async () => {
    for (const one of ROUTES) expect((await one.load()).default).toBeTypeOf('function')
  })
})
