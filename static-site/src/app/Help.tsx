import { Dialog } from '~/components/Dialog'
import { NAVIGATION } from './navigation'
import { closeOverlay, overlay } from './overlays'

export function Help() {
  return (
    <Dialog title="Keys" isOpen={overlay.value === 'help'} onClose={closeOverlay}>
      <dl class="keys">
        <Key keys={['/']}>search for an asset or a page</Key>
        <Key keys={['Ctrl', 'K']}>the same, also while writing (⌘K on a Mac)</Key>
        <Key keys={['?']}>this list</Key>
        <Key keys={['t']}>theme: automatic, dark, light</Key>
        {NAVIGATION.map((item) => (
          <Key key={item.href} keys={['g', item.key]}>
            go to {item.label}
          </Key>
        ))}
        <Key keys={['←', '→']}>in a chart of prices or sentiment: the session before, the session after</Key>
        <Key keys={['Esc']}>close what is open</Key>
      </dl>
    </Dialog>
  )
}

function Key({ keys, children }: { readonly keys: readonly string[]; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
