/** What a form can say before the API is asked; the API decides. Each answers with what is allowed, or undefined. */
export type Fault = string | undefined

const MIN_PASSWORD = 12
const MAX_PASSWORD = 256
const MAX_ADDRESSES = 20
const MAX_URL = 1000

export const emailFault = (text: string): Fault => (/^\s*[^\s@]+@[^\s@]+\.[^\s@.]+\s*$/.test(text) ? undefined : 'An e-mail address, such as ada@example.org')

/** For signing in: an old password may be shorter than a new one has to be. */
export const anyPasswordFault = (text: string): Fault => (text ? undefined : 'Your password')

export function newPasswordFault(text: string, email = ''): Fault {
  // Characters as people count them: one emoji is one.
  const length = [...text].length
  if (length < MIN_PASSWORD) return `At least ${MIN_PASSWORD} characters; these are ${length}`
  if (length > MAX_PASSWORD) return `At most ${MAX_PASSWORD} characters; these are ${length}`
  const address = email.trim().toLowerCase()
  if (address && text.toLowerCase().includes(address)) return 'A password without the address in it'
  return undefined
}

export const sameFault = (text: string, other: string): Fault => (text === other ? undefined : 'The same password once more')

export const nameFault = (text: string): Fault => (text.trim() && text.length <= 60 ? undefined : 'A name of 1 to 60 characters')

/** Words of a list that people type: by commas, blanks or lines. */
export const wordsOf = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean)

export function addressesFault(text: string): Fault {
  const given = wordsOf(text)
  if (given.length > MAX_ADDRESSES) return `At most ${MAX_ADDRESSES} ranges; these are ${given.length}`
  const odd = given.find((one) => !looksLikeRange(one))
  return odd === undefined ? undefined : `“${odd}” is no address or range; such as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32`
}

function looksLikeRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const isV4 = /^\d{1,3}(\.\d{1,3}){3}$/.test(address) && address.split('.').every((part) => Number(part) <= 255)
  const isV6 = /^[0-9a-f:]+(:\d{1,3}(\.\d{1,3}){3})?$/i.test(address) && address.includes(':')
  const most = isV4 ? 32 : 128
  return more.length === 0 && (isV4 || isV6) && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

/** A day in the future, or nothing. */
export function expiryFault(day: string, today: string): Fault {
  return !day || day > today ? undefined : 'A day after today, or nothing for a key that does not end'
}

/** The key counts until the day is over, UTC. */
export const endOfDay = (day: string): string | undefined => (day ? `${day}T23:59:59Z` : undefined)

/** An installation on a laptop lets plain http to itself through; others refuse it. */
export function webhookUrlFault(text: string): Fault {
  const allowed = `A public https address of at most ${MAX_URL} characters, without user and #`
  if (text.length > MAX_URL || !URL.canParse(text)) return allowed
  const url = new URL(text)
  const isHere = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  return (url.protocol === 'https:' || isHere) && !url.username && !url.password && !text.includes('#') ? undefined : allowed
}

/** Where to go after signing in: a page of this site, never elsewhere. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !/[\u0000-\u001f]/.test(next) ? next : '/account'
}
