import { navigate } from '~/router/location'
import { nextTheme } from '~/state/theme'
import { NAVIGATION } from './navigation'
import { openHelp, openPalette, overlay } from './overlays'

const SEQUENCE_MS = 1_200

let goPressedAt = 0

/** Keys that work anywhere but where one writes. */
export function listenForShortcuts(): void {
  addEventListener('keydown', (event) => {
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      openPalette()
      return
    }
    if (event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target) || overlay.value !== 'none') return
    if (takes(event.key, event.timeStamp)) event.preventDefault()
  })
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('dialog') !== null)

function takes(key: string, at: number): boolean {
  if (goPressedAt > 0 && at - goPressedAt < SEQUENCE_MS) {
    goPressedAt = 0
    const item = NAVIGATION.find((one) => one.key === key)
    if (item) navigate(item.href)
    return item !== undefined
  }
  switch (key) {
    case '/':
      openPalette()
      return true
    case '?':
      openHelp()
      return true
    case 't':
      nextTheme()
      return true
    case 'g':
      goPressedAt = at
      return true
    default:
      return false
  }
}
