/** A range of values laid on a range of pixels. */
export type Scale = { readonly at: (value: number) => number; readonly ticks: readonly number[]; readonly min: number; readonly max: number }

const STEPS = [1, 2, 2.5, 5, 10]

/** A linear scale whose ends are round numbers, with about so many ticks. */
export function linearScale(min: number, max: number, from: number, to: number, count = 4): Scale {
  const span = max - min || Math.abs(max) || 1
  const step = roundStep(span / count)
  const low = Math.floor(min / step) * step
  const high = Math.max(Math.ceil(max / step) * step, low + step)
  const ticks: number[] = []
  for (let i = 0; low + i * step <= high + step / 1e6; i++) ticks.push(Number((low + i * step).toPrecision(12)))
  return { at: (value) => from + ((value - low) / (high - low)) * (to - from), ticks, min: low, max: high }
}

export function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  return (STEPS.find((step) => step * power >= raw - raw / 1e9) ?? 10) * power
}

/** Smallest and largest of many; 0 and 1 where there are none. */
export function extent(values: Iterable<number>): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return low <= high ? [low, high] : [0, 1]
}

export const SERIES_COLOURS = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `var(--series-${i})`)

export const seriesColour = (i: number): string => SERIES_COLOURS[i % SERIES_COLOURS.length] ?? 'var(--series-1)'
