import { useState } from 'preact/hooks'
import { isSignedIn } from '~/api'
import { Choice, CopyButton, Panel, Tabs } from '~/components'
import { useAsk } from '~/state/resource'
import { query, setQuery } from '~/router'
import { config } from '~/state/config'
import { LANGUAGES, pathOf, program, scopeOf, STARTS } from './firstCalls'
import { readable } from './readable'

const FALLBACK_SYMBOL = 'AAPL'

const KEYS = [
  { value: 'without', label: 'Without a key' },
  { value: 'with', label: 'With a key' },
] as const

/** A program to copy, and the same call tried from this page. */
export function FirstCall() {
  const language = LANGUAGES.find((one) => one.id === query.value.get('language'))?.id ?? 'curl'
  const hasKey = query.value.get('key') === 'with'
  const call = { base: config.value.apiBase || location.origin, symbol: useSymbol(), hasKey }
  const text = program(language, call)
  return (
    <Panel title="A first call" aside={<Choice label="Key" value={hasKey ? 'with' : 'without'} options={KEYS} onValue={(value) => setQuery({ key: value === 'with' ? 'with' : undefined })} />}>
      <p>
        {hasKey ? (
          <>
            Signals of {call.symbol}. The key needs <code>{scopeOf(hasKey)}</code>; {isSignedIn.value ? <a href="/account/keys?new=1">make one</a> : <a href={`/account?next=${encodeURIComponent('/account/keys?new=1')}`}>sign in and make one</a>}, and put it into <code>LUMIA_KEY</code>.
          </>
        ) : (
          <>
            The oldest three prices of {call.symbol}, adjusted for splits. They are market data: nobody has to say who he is, and the quota is that of the network address.
          </>
        )}
      </p>
      <Tabs label="Language" tabs={LANGUAGES} selected={language} onSelect={(id) => setQuery({ language: id === 'curl' ? undefined : id })}>
        <div class="developers-program">
          <p class="dim">{STARTS[language]}</p>
          <pre tabIndex={0}>
            <code>{text}</code>
          </pre>
          <div class="developers-copy">
            <CopyButton text={text} label="Copy the program" shows="Copy" />
          </div>
        </div>
      </Tabs>
      {!hasKey && <TryIt key={call.symbol} url={call.base + pathOf(call)} />}
    </Panel>
  )
}

/** One that the books really hold. */
function useSymbol(): string {
  const apple = useAsk('searchAssets', { symbol: FALLBACK_SYMBOL, per_page: 1 })
  const first = useAsk('searchAssets', apple.data?.data.length === 0 ? { per_page: 1 } : undefined)
  return first.data?.data[0]?.symbol ?? FALLBACK_SYMBOL
}

type Tried = { readonly status: string; readonly text: string }

function TryIt({ url }: { readonly url: string }) {
  const [tried, setTried] = useState<Tried>()
  const [isBusy, setBusy] = useState(false)
  const send = (): void => {
    setBusy(true)
    fetch(url, { headers: { Accept: 'application/json' }, credentials: 'omit' })
      .then(async (response) => setTried({ status: `${response.status} ${response.statusText}`.trim(), text: readable(await response.text()) }))
      .catch(() => setTried({ status: 'Nobody answered', text: 'The API may be stopped, or this device may be offline.' }))
      .finally(() => setBusy(false))
  }
  return (
    <div class="developers-program">
      <div class="developers-copy">
        <button type="button" class="button" disabled={isBusy} onClick={send}>
          {isBusy ? 'Asking…' : 'Run it here'}
        </button>
        <span role="status">{tried && <strong>{tried.status}</strong>}</span>
      </div>
      {tried && (
        <pre class="developers-answer" tabIndex={0} aria-label="The answer">
          {tried.text}
        </pre>
      )}
    </div>
  )
}
