/** Two colours (#rgb or #rrggbb) mixed, the first in this share from 0 to 1: for a canvas, which knows no color-mix(). */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)]
  return `rgb(${a.map((value, i) => Math.round(value * share + (b[i] ?? 0) * (1 - share))).join(',')})`
}

function channels(colour: string): readonly number[] {
  const digits = colour.replace('#', '')
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)]
  return pairs.map((pair) => Number.parseInt(pair, 16))
}
