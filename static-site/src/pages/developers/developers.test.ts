import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ApiDocument } from '~/api'
import { LANGUAGES, program } from './firstCalls'
import { accessOf, boundsText, fieldsOf, groupsOf, outcomesOf, typeText } from './reference'
import { readable } from './readable'

const api = JSON.parse(readFileSync(new URL('../../../../functions/market-api/src/test/resources/openapi.golden.json', import.meta.url), 'utf8')) as ApiDocument
const all = groupsOf(api, '').flatMap((group) => group.operations)
const find = (id: string) => all.find((one) => one.id === id)

describe('the reference', () => {
  it('has every operation of the document once', () => {
    const ids = Object.values(api.paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId))

    expect(all.map((one) => one.id).sort()).toEqual(ids.filter(Boolean).sort())
  })

  it('is found by address, name and scope', () => {
    expect(groupsOf(api, 'POST keys rotate').flatMap((group) => group.operations.map((one) => one.id))).toEqual(['rotateKey'])
    expect(groupsOf(api, 'no such thing')).toEqual([])
  })

  it('says who may', () => {
    expect(find('getPrices')?.access).toBe('market:read, also without a key')
    expect(find('createKey')?.access).toBe('keys:manage')
    expect(accessOf({ operationId: 'signIn', responses: {} })).toBe('open to all')
  })

  it('says types and bounds as people do', () => {
    expect(typeText({ type: ['string', 'null'], format: 'date' }, api)).toBe('text (date), may be null')
    expect(typeText({ type: 'array', items: { $ref: '#/components/schemas/PriceBar' } }, api)).toBe('list of PriceBar')
    expect(typeText({ type: 'string', enum: ['raw', 'split', 'all'] }, api)).toBe('raw | split | all')
    expect(boundsText({ type: 'integer', minimum: 1, maximum: 200, default: 50 })).toBe('1 to 200, default 50')
    expect(boundsText({ type: 'string', maxLength: 128 })).toBe('at most 128 characters')
  })

  it('goes into lists and choices with null', () => {
    const bars = fieldsOf({ type: 'array', items: { $ref: '#/components/schemas/PriceBar' } }, api)
    const latest = fieldsOf({ $ref: '#/components/schemas/AssetSignals' }, api).find((field) => field.name === 'latest_signals')

    expect(bars.map((field) => field.name)).toContain('close')
    expect(latest?.inner).toBeDefined()
    expect(latest?.inner && fieldsOf(latest.inner, api).map((field) => field.name)).toContain('rsi_14')
  })

  it('shows what failures look like', () => {
    const getPrices = find('getPrices')
    const missing = getPrices && outcomesOf(getPrices.operation, api).find((outcome) => outcome.status === '404')

    expect(missing?.samples[0]?.text).toContain('NOT_FOUND')
  })
})

describe('the first call', () => {
  it('takes the key from the environment in every language', () => {
    for (const { id } of LANGUAGES) {
      expect(program(id, { base: 'https://api.example.org/prod', symbol: 'BRK.B', hasKey: true })).toContain('LUMIA_KEY')
      expect(program(id, { base: 'https://api.example.org/prod', symbol: 'BRK.B', hasKey: false })).toContain('https://api.example.org/prod/api/v1/assets/BRK.B/prices?limit=3')
    }
  })
})

describe('an answer', () => {
  it('is broken into lines and keeps every digit', () => expect(readable('{"a":[1.10,"x,{y"],"b":92.8571428571}')).toBe('{\n  "a": [\n    1.10,\n    "x,{y"\n  ],\n  "b": 92.8571428571\n}'))
})
