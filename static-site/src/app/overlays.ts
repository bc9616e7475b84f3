import { signal } from '@preact/signals'

/** Which of the site's own overlays is open; one at a time. */
export const overlay = signal<'none' | 'palette' | 'help' | 'menu'>('none')

export const openPalette = (): void => {
  overlay.value = 'palette'
}

export const openHelp = (): void => {
  overlay.value = 'help'
}

export const closeOverlay = (): void => {
  overlay.value = 'none'
}
