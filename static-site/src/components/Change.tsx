import { serverNow } from '~/api/clock'
import { ARROWS, directionOf, formatAge, formatInstant, formatSigned, formatSignedPercent, formatUtc, NOTHING, type Amount } from '~/format'

const SAID = { up: 'up', down: 'down', flat: 'unchanged' } as const

/** A change in blue or orange, with sign and arrow: colour is never alone. @param value a fraction, 0.012 for 1.2 % */
export function Change({ value, digits = 2 }: { readonly value: Amount; readonly digits?: number }) {
  return <Signed value={value} text={formatSignedPercent(value, digits)} />
}

/** The same for a number that is no percentage, such as a sentiment. */
export function SignedNumber({ value, digits = 2 }: { readonly value: Amount; readonly digits?: number }) {
  return <Signed value={value} text={formatSigned(value, digits)} />
}

function Signed({ value, text }: { readonly value: Amount; readonly text: string }) {
  if (text === NOTHING) return <span class="dim">{NOTHING}</span>
  // What is rounded to nothing did not move.
  const direction = /[1-9]/.test(text) ? directionOf(value) : 'flat'
  return (
    <span class={`change change-${direction}`}>
      <span aria-hidden="true">{ARROWS[direction]}</span>
      <span class="visually-hidden">{SAID[direction]} </span>
      {text}
    </span>
  )
}

/** An instant in the reader's zone; UTC in its title. */
export function Instant({ at, isRelative = false }: { readonly at: string | null | undefined; readonly isRelative?: boolean }) {
  if (!at) return <span class="dim">{NOTHING}</span>
  return (
    <time dateTime={at} title={formatUtc(at)}>
      {isRelative ? formatAge(at, serverNow()) : formatInstant(at)}
    </time>
  )
}
