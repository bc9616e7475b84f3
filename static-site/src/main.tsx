import { render } from 'preact'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/components.css'
import { Shell } from './app/Shell'
import { StartFailed } from './app/StartFailed'
import { listenForShortcuts } from './app/shortcuts'
import { followLinks } from './router/location'
import { loadConfig } from './state/config'
import './state/theme'

const root = document.getElementById('app') as HTMLElement

loadConfig().then(
  () => {
    followLinks(root)
    listenForShortcuts()
    render(<Shell />, root)
  },
  (failure: unknown) => render(<StartFailed failure={failure} />, root),
)
