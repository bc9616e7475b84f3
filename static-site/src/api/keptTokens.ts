import type { Tokens } from './session'

const NAME = 'lumia.session'
const FIELDS = ['access_token', 'access_expires_at', 'refresh_token', 'refresh_expires_at', 'scope', 'user_id', 'session_id'] as const

/** Keeps the tokens for as long as this tab is open. */
export function keepTokens(tokens: Tokens): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, tokens[field]]))))
  } catch {
    // Switched off: the session lasts until the page is loaded again.
  }
}

export function forgetTokens(): void {
  try {
    sessionStorage.removeItem(NAME)
  } catch {
    // As above.
  }
}

export function recallTokens(now: number): Tokens | undefined {
  try {
    return readTokens(sessionStorage.getItem(NAME), now)
  } catch {
    return undefined
  }
}

/** Undefined where it is none of ours, or is over. */
export function readTokens(text: string | null, now: number): Tokens | undefined {
  const found = parsed(text)
  if (!FIELDS.every((field) => typeof found[field] === 'string')) return undefined
  const tokens = found as Tokens
  return Date.parse(tokens.refresh_expires_at) > now ? tokens : undefined
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

/** The refresh token of a link such as /account#session=TOKEN. Only these characters: what else stands there is no token. */
export function tokenOfLink(hash: string, name: 'session' | 'token'): string | undefined {
  const match = /^#(\w+)=([\w.~-]{16,512})$/.exec(hash)
  return match?.[1] === name ? match[2] : undefined
}
