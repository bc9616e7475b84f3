import { computed, signal } from '@preact/signals'

/**
 * Who is signed in. Both tokens live in this tab's memory alone: nothing that runs later, or in another tab, can read them.
 * Reloading the page signs out; that is the price.
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

const tokens = signal<Tokens | undefined>(undefined)

/** The tokens of this tab, undefined for an anonymous reader. */
export const session = computed(() => tokens.value)

export const isSignedIn = computed(() => tokens.value !== undefined)

/** What the tokens allow; empty for an anonymous reader, who may read the market. */
export const scopes = computed<ReadonlySet<string>>(() => new Set(tokens.value?.scope.split(' ') ?? []))

export function startSession(next: Tokens): void {
  tokens.value = next
}

export function endSession(): void {
  tokens.value = undefined
}
