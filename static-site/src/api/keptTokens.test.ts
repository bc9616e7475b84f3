import { describe, expect, it } from 'vitest'
import { readTokens, tokenOfLink } from './keptTokens'

const NOON = Date.parse('2017-11-10T12:00:00Z')
const TOKENS = { access_token: 'a', access_expires_at: '2017-11-10T12:15:00Z', refresh_token: 'r', refresh_expires_at: '2017-11-17T12:00:00Z', scope: 'market:read', user_id: 'u', session_id: 's' }

describe('kept tokens', () => {
  it('come back as they were', () => expect(readTokens(JSON.stringify(TOKENS), NOON)).toEqual(TOKENS))

  it('are none once the refresh token is over', () => expect(readTokens(JSON.stringify(TOKENS), Date.parse('2017-11-17T12:00:00Z'))).toBeUndefined())

  it('are none where a part is missing or is no text', () => {
    expect(readTokens(JSON.stringify({ ...TOKENS, scope: 7 }), NOON)).toBeUndefined()
    expect(readTokens('[]', NOON)).toBeUndefined()
    expect(readTokens('{', NOON)).toBeUndefined()
    expect(readTokens(null, NOON)).toBeUndefined()
  })
})

describe('the token of a link', () => {
  it('is what follows its name', () => expect(tokenOfLink('#session=abcDEF012345_-xyz', 'session')).toBe('abcDEF012345_-xyz'))

  it('is none of another name, of other characters or too short', () => {
    expect(tokenOfLink('#token=abcDEF012345_-xyz', 'session')).toBeUndefined()
    expect(tokenOfLink('#session=abcDEF012345_-xyz<b>', 'session')).toBeUndefined()
    expect(tokenOfLink('#session=short', 'session')).toBeUndefined()
    expect(tokenOfLink('', 'session')).toBeUndefined()
  })
})
