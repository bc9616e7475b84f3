import { isSignedIn } from '~/api/session'
import { LiveRegion, Toasts } from '~/components/Toasts'
import { StalenessChip } from '~/components/StalenessChip'
import { Outlet } from '~/router/Outlet'
import { place } from '~/router/location'
import { config } from '~/state/config'
import { nextTheme, themeChoice } from '~/state/theme'
import { Help } from './Help'
import { isCurrent, NAVIGATION } from './navigation'
import { openHelp, openPalette } from './overlays'
import { Palette } from './Palette'

const THEME_SIGNS = { auto: '◐', dark: '●', light: '○' } as const

/** What stands around every page. */
export function Shell() {
  return (
    <>
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <a class="brand" href="/" aria-label={`${config.value.brand}, overview`}>
          <img src="/favicon.svg" alt="" width="22" height="22" />
          <span>{config.value.brand}</span>
        </a>
        <nav class="main-nav" aria-label="Main">
          <ul>
            {NAVIGATION.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={isCurrent(item, place.value.pathname) ? 'page' : undefined}>
                  {item.href === '/account' && !isSignedIn.value ? 'Sign in' : item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="top-tools">
          <button type="button" class="search-button" onClick={openPalette} aria-keyshortcuts="/ Control+K Meta+K">
            <span>Search</span>
            <kbd>/</kbd>
          </button>
          <StalenessChip />
          <button type="button" class="icon-button" onClick={nextTheme} aria-label={`Theme: ${themeChoice.value}. Change it`} title={`Theme: ${themeChoice.value}`}>
            <span aria-hidden="true">{THEME_SIGNS[themeChoice.value]}</span>
          </button>
          <button type="button" class="icon-button" onClick={openHelp} aria-label="Keys and help" title="Keys (?)">
            <span aria-hidden="true">?</span>
          </button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer class="foot">
        <p>
          <strong>Not investment advice.</strong> What is shown is calculated from data that may be late, incomplete or wrong; <a href="/numbers">about the numbers</a>.
        </p>
        <p class="dim">
          <a href="/docs">API reference</a> · price charts by <a href="https://www.tradingview.com/">TradingView Lightweight Charts™</a>
        </p>
      </footer>
      <Toasts />
      <LiveRegion />
      <Palette />
      <Help />
    </>
  )
}
