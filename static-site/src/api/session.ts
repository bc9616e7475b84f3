import { computed, signal } from '@preact/signals'
import { forgetTokens, keepTokens, recallTokens } from './keptTokens'

/**
 * Who is signed in. The tokens live in this tab: in its memory, and in its sessionStorage so that loading a page again does
 * not sign out. docs/decisions/0018 says why there and nowhere else. Instants of expiry are on this device's clock.
 */
export type Tokens = {
  readonly access_token: string
  readonly access_expires_at: string
  readonly refresh_token: string
  readonly refresh_expires_at: string
  readonly scope: string
  readonly user_id: string
  readonly session_id: string
}

/** Why a session is over that nobody signed out of. */
export type SessionEnd = 'expired' | 'refused' | 'link'

const tokens = signal<Tokens | undefined>(recallTokens(Date.now()))

/** The tokens of this tab, undefined for an anonymous reader. */
export const session = computed(() => tokens.value)

export const isSignedIn = computed(() => tokens.value !== undefined)

/** What the tokens allow; empty for an anonymous reader, who may read the market. */
export const scopes = computed<ReadonlySet<string>>(() => new Set(tokens.value?.scope.split(' ') ?? []))

const ended = signal<SessionEnd | undefined>(undefined)

/** Set until the next sign-in where a session ended by itself, so that the page can say so. */
export const sessionEnd = computed(() => ended.value)

/** A duplicated tab has a copy of the tokens. Whoever renews tells the other, since a token that comes twice ends the session. */
const siblings = typeof window === 'undefined' || typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('lumia.session')

siblings?.addEventListener('message', (event: MessageEvent<Tokens>) => {
  if (event.data.session_id === tokens.value?.session_id) take(event.data)
})

export function startSession(next: Tokens): void {
  take(next)
  siblings?.postMessage(next)
}

function take(next: Tokens): void {
  ended.value = undefined
  tokens.value = next
  keepTokens(next)
}

/** @param why left out where the reader wanted it */
export function endSession(why?: SessionEnd): void {
  ended.value = why
  tokens.value = undefined
  forgetTokens()
}
