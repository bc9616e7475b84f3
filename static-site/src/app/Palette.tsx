import { useEffect, useRef, useState } from 'preact/hooks'
import { ask, type Asset } from '~/api'
import { Dialog } from '~/components/Dialog'
import { assetTypeName, formatPrice } from '~/format'
import { linkTo, navigate } from '~/router/location'
import { nextTheme } from '~/state/theme'
import { useResource } from '~/state/resource'
import { NAVIGATION } from './navigation'
import { closeOverlay, openHelp, overlay } from './overlays'

type Choice = { readonly id: string; readonly label: string; readonly hint: string; readonly aside?: string; readonly act: () => void }

const SHOWN_ASSETS = 8
const WAIT_MS = 120

/** Search over assets, pages and what one can do, by typing. Opened by /, Ctrl+K or the search field. */
export function Palette() {
  return (
    <Dialog title="Search" isOpen={overlay.value === 'palette'} onClose={closeOverlay} variant="palette">
      <PaletteBody />
    </Dialog>
  )
}

function PaletteBody() {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const words = useSettled(text.trim())
  const assets = useResource(words ? words : undefined, (signal) => ask('searchAssets', { q: words, per_page: SHOWN_ASSETS }, undefined, { signal }))
  const found = words ? (assets.data?.data ?? []) : []
  const choices = [...found.map(assetChoice), ...commands().filter((one) => matches(one, text))]
  const index = Math.min(active, Math.max(choices.length - 1, 0))
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [index])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(choices.length ? (index + step + choices.length) % choices.length : 0)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(choices[index])
    }
  }

  return (
    <div class="palette">
      <input
        type="text"
        class="palette-input"
        role="combobox"
        aria-label="Search assets and pages"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={choices[index] ? `choice-${choices[index].id}` : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck={false}
        placeholder="Symbol, name, sector or page"
        value={text}
        autofocus
        onInput={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" role="listbox" aria-label="Found" ref={list} class="palette-list">
        {choices.map((choice, i) => (
          <li key={choice.id} id={`choice-${choice.id}`} role="option" aria-selected={i === index} onClick={() => choose(choice)} onMouseMove={() => setActive(i)}>
            <span class="palette-label">{choice.label}</span>
            <span class="dim palette-hint">{choice.hint}</span>
            <span class="num dim">{choice.aside}</span>
          </li>
        ))}
      </ul>
      <p class="palette-foot dim" role="status">
        {assets.error ? `Assets cannot be searched: ${assets.error.message}` : choices.length === 0 ? 'Nothing fits.' : '↑ ↓ to choose, Enter to open, Esc to close'}
      </p>
    </div>
  )
}

function choose(choice: Choice | undefined): void {
  if (!choice) return
  closeOverlay()
  choice.act()
}

const assetChoice = (asset: Asset): Choice => ({
  id: asset.id,
  label: asset.symbol,
  hint: `${asset.name} · ${assetTypeName(asset.asset_type)}`,
  aside: formatPrice(asset.latest_price),
  act: () => navigate(linkTo.asset(asset.symbol)),
})

const commands = (): readonly Choice[] => [
  ...NAVIGATION.map((item) => ({ id: item.key, label: item.label, hint: item.hint, act: () => navigate(item.href) })),
  { id: 'theme', label: 'Change the theme', hint: 'automatic, dark, light', act: nextTheme },
  { id: 'keys', label: 'Show the keys', hint: 'what the keyboard does', act: openHelp },
]

const matches = (choice: Choice, text: string): boolean => `${choice.label} ${choice.hint}`.toLowerCase().includes(text.trim().toLowerCase())

/** What was typed, once nobody types any more. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
