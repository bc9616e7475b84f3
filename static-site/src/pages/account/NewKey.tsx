import { useState } from 'preact/hooks'
import { urlOf, type IssuedPartnerKey } from '~/api'
import { CopyButton, CopyOnce, Panel } from '~/components'
import { firstCall } from './firstCall'

/** A key that was just made: to copy, and to try. */
export function NewKey({ issued, onDone }: { readonly issued: IssuedPartnerKey; readonly onDone: () => void }) {
  const mayRead = issued.details.scopes.includes('market:read')
  return (
    <Panel title={`The key “${issued.details.name}”`} class="account-new">
      <CopyOnce secret={issued.key} name="Key" />
      {mayRead && <FirstUse apiKey={issued.key} />}
      <div class="account-actions">
        <button type="button" class="button" onClick={onDone}>
          I have copied it
        </button>
      </div>
    </Panel>
  )
}

type Tried = { readonly isGood: boolean; readonly text: string }

function FirstUse({ apiKey }: { readonly apiKey: string }) {
  const [tried, setTried] = useState<Tried>()
  const [isBusy, setBusy] = useState(false)
  const address = new URL(urlOf('searchAssets', { per_page: 1 }), location.href).href
  const command = `curl -H 'X-API-Key: ${apiKey}' '${address}'`
  const use = (): void => {
    setBusy(true)
    firstCall(address, apiKey)
      .then(setTried)
      .finally(() => setBusy(false))
  }
  return (
    <div class="stack">
      <h3>Its first call</h3>
      <pre class="account-code" tabIndex={0}>
        {command}
      </pre>
      <div class="account-actions">
        <CopyButton text={command} label="Copy the first call" shows="Copy the first call" />
        <button type="button" class="button button-small" disabled={isBusy} onClick={use}>
          {isBusy ? 'Asking…' : 'Try it now'}
        </button>
        <span role="status">{tried && <span class={`chip ${tried.isGood ? 'chip-good' : 'chip-bad'}`}>{tried.text}</span>}</span>
      </div>
    </div>
  )
}
