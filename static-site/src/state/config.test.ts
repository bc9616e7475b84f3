import { describe, expect, it } from 'vitest'
import { readConfig } from './config'

describe('readConfig', () => {
  it('takes the address and the brand of a deployment', () => expect(readConfig({ api: 'https://api.example.org/prod/', brand: 'Acme Advice' })).toEqual({ apiBase: 'https://api.example.org/prod', brand: 'Acme Advice' }))
  it('is its own origin and Lumia where nothing is said', () => expect([readConfig({}), readConfig({ api: '', brand: '' })]).toEqual([{ apiBase: '', brand: 'Lumia' }, { apiBase: '', brand: 'Lumia' }]))
  it.each([7, 'api.example.org', 'ftp://api.example.org', 'https://api.example.org/a/b', 'https://api.example.org?key=1'])('refuses %j as the address, and says what is allowed', (api) => expect(() => readConfig({ api })).toThrow(/api is .*; allowed: "" or an address/))
})
