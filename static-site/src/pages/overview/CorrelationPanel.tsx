import { useState } from 'preact/hooks'
import type { Answer, Correlations } from '~/api'
import { ChartFrame, HeatGrid } from '~/charts'
import { Choice, Empty, Loaded, Panel, SkeletonBlock, TextField, WhenSeen, type Column } from '~/components'
import { formatFixed, formatInteger } from '~/format'
import { linkTo, query, setQuery } from '~/router'
import { asOfOf } from '~/state/asOf'
import { useAsk } from '~/state/resource'
import { cellsOf, cleaned, correlationSentence, daysInQuery, faultOfSymbol, FEWEST, pairsOf, PERIODS, readChoice, type Days, type Pair } from './correlation'
import { CorrelationMap } from './CorrelationMap'
import { Notes } from './Notes'

const HEIGHT = 380

/** How a few assets move together; at first those with the largest dollar volume. */
export function CorrelationPanel({ suggested, asOf }: { readonly suggested: readonly string[]; readonly asOf: string | undefined }) {
  const choice = readChoice(query.value)
  const symbols = choice.symbols ?? suggested
  return (
    <Panel title="Moving together" class="span-6" aside={choice.symbols && <button type="button" class="button button-small" onClick={() => setQuery({ compare: undefined })}>Take the largest</button>}>
      <Compared symbols={symbols} />
      <WhenSeen height={HEIGHT} what="the correlations">
        {() => (symbols.length < FEWEST ? <TooFew /> : <Asked symbols={symbols} days={choice.days} asOf={asOf} />)}
      </WhenSeen>
    </Panel>
  )
}

const TooFew = () => <Empty title="A correlation is of two assets">Add another symbol above.</Empty>

/** The assets compared, each to be taken away, and a field for one more. */
function Compared({ symbols }: { readonly symbols: readonly string[] }) {
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const fault = faultOfSymbol(text, symbols)
  const compare = (next: readonly string[]): void => setQuery({ compare: next.join(',') }, { replace: false })
  const add = (event: Event): void => {
    event.preventDefault()
    setTried(fault !== undefined)
    if (fault !== undefined) return
    setText('')
    compare([...symbols, cleaned(text)])
  }
  return (
    <form class="compared" onSubmit={add} noValidate aria-label="Assets compared">
      <ul class="compared-list">
        {symbols.map((symbol) => (
          <li key={symbol}>
            <button type="button" class="chip" aria-label={`Take ${symbol} away`} disabled={symbols.length <= 1} onClick={() => compare(symbols.filter((one) => one !== symbol))}>
              {symbol} <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="compared-add">
        <TextField name="compare" label="Add a symbol" value={text} onValue={setText} fault={isTried ? fault : undefined} autocomplete="off" />
        <button type="submit" class="button">
          Add
        </button>
      </div>
    </form>
  )
}

function Asked({ symbols, days, asOf }: { readonly symbols: readonly string[]; readonly days: Days; readonly asOf: string | undefined }) {
  const found = useAsk('getCorrelations', { assets: symbols.join(','), days: Number(days), ...asOfOf({ asOf }) })
  return (
    <Loaded of={found} what="The correlations could not be read" skeleton={<SkeletonBlock height={HEIGHT} label="Loading the correlations" />}>
      {(answer) => <Matrix answer={answer} days={days} />}
    </Loaded>
  )
}

const COLUMNS: readonly Column<Pair>[] = [
  { id: 'one', label: 'Asset', sortBy: (pair) => pair.one, cell: (pair) => <a href={linkTo.asset(pair.one)}>{pair.one}</a> },
  { id: 'other', label: 'and', sortBy: (pair) => pair.other, cell: (pair) => <a href={linkTo.asset(pair.other)}>{pair.other}</a> },
  { id: 'value', label: 'Correlation', isNumber: true, sortBy: (pair) => pair.value, cell: (pair) => formatFixed(pair.value, 2) },
  { id: 'returns', label: 'Days in common', isNumber: true, sortBy: (pair) => pair.returns, cell: (pair) => formatInteger(pair.returns) },
]

function Matrix({ answer, days }: { readonly answer: Answer<Correlations>; readonly days: Days }) {
  const names = answer.data.assets.map((asset) => asset.symbol)
  const sentence = correlationSentence(answer.data)
  return (
    <>
      <ChartFrame
        title="Correlation of daily returns"
        sentence={sentence}
        table={{ columns: COLUMNS, rows: pairsOf(answer.data), rowKey: (pair) => `${pair.one} ${pair.other}` }}
        moreTable={<HeatGrid caption="Correlation of each with each" rows={names} columns={names} cells={cellsOf(answer.data)} strength={Math.abs} />}
        controls={<Choice label="Period" value={days} options={PERIODS} onValue={(next) => setQuery({ days: daysInQuery(next) })} />}
      >
        <CorrelationMap data={answer.data} sentence={sentence} />
        <p class="dim small">1: they rise and fall together (blue). 0: the one says nothing about the other. −1: one rises when the other falls (orange).</p>
      </ChartFrame>
      <Notes warnings={answer.metadata.warnings} />
    </>
  )
}
