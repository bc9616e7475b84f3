import { place } from '~/router/location'
import { openPalette } from './overlays'
import { NAVIGATION } from './navigation'

export function NotFound() {
  return (
    <div class="page">
      <header class="page-head">
        <h1>Nothing is at this address</h1>
        <p class="lead">
          <code>{place.value.pathname}</code> is no page of this site. An asset's page is <code>/assets/</code> and its symbol.
        </p>
      </header>
      <p>
        <button type="button" class="button" onClick={openPalette}>
          Search for an asset or a page
        </button>
      </p>
      <ul class="plain-list">
        {NAVIGATION.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a> <span class="dim">{item.hint}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
