import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a plain script without types
import { stale } from '../../scripts/generate-api.mjs'
import { decode } from './decode'
import { parseJson, type Json } from './json'
import { OPERATIONS } from './generated/operations'
import { SCHEMAS } from './generated/schemas'

const DOCUMENT = join(import.meta.dirname, '../../../functions/market-api/src/test/resources/openapi.golden.json')

type Documented = { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string; readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly example?: unknown }>> }>> }>>>> }

describe('the generated client', () => {
  it('is what the API’s document makes; otherwise run: npm run generate', () => expect(stale()).toEqual([]))

  it('reads every example of the document', () => {
    const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Documented
    let read = 0
    for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
      const known = OPERATIONS[operation.operationId as keyof typeof OPERATIONS]
      if (!known) continue
      for (const [status, response] of Object.entries(operation.responses)) {
        const example = status.startsWith('2') ? response.content?.['application/json']?.example : undefined
        if (example === undefined) continue
        expect(() => decode(parseJson(JSON.stringify(example)) as Json, { r: known.answer }, SCHEMAS), operation.operationId).not.toThrow()
        read++
      }
    }
    expect(read).toBeGreaterThan(50)
  })
})
