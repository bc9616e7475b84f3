import { computed, effect, signal } from '@preact/signals'
import { forget, recall, remember } from './storage'

export type ThemeChoice = 'auto' | 'dark' | 'light'

const system = matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = signal(system.matches)
system.addEventListener('change', (event) => {
  systemIsDark.value = event.matches
})

const remembered = recall('theme')

/** What the reader chose; kept in this browser. public/theme.js reads it before the first paint. */
export const themeChoice = signal<ThemeChoice>(remembered === 'dark' || remembered === 'light' ? remembered : 'auto')

/** What is shown. Charts read it, so that they are drawn anew when it changes. */
export const theme = computed<'dark' | 'light'>(() => (themeChoice.value === 'auto' ? (systemIsDark.value ? 'dark' : 'light') : themeChoice.value))

/** Paper is light, whatever the screen is. */
const isPrinting = signal(false)
addEventListener('beforeprint', () => {
  isPrinting.value = true
})
addEventListener('afterprint', () => {
  isPrinting.value = false
})

effect(() => {
  document.documentElement.dataset['theme'] = isPrinting.value ? 'light' : theme.value
  if (themeChoice.value === 'auto') forget('theme')
  else remember('theme', themeChoice.value)
})

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = { auto: 'dark', dark: 'light', light: 'auto' }

export function nextTheme(): void {
  themeChoice.value = NEXT[themeChoice.value]
}

/** A design token's value, for what is drawn on a canvas. */
export function token(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}
