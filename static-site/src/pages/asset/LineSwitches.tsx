import { setQuery } from '~/router'
import { LINE_STYLES } from './series'
import { LINES, linesText, type LineName, type View } from './view'

/** Which lines are drawn. Lines over the prices are made of split-adjusted closes, so they need prices adjusted so. */
export function LineSwitches({ view }: { readonly view: View }) {
  const toggle = (line: LineName): void => {
    const lines = view.lines.includes(line) ? view.lines.filter((one) => one !== line) : [...view.lines, line]
    setQuery({ lines: linesText(lines) })
  }
  return (
    <fieldset class="switches">
      <legend class="visually-hidden">Lines</legend>
      {LINES.map((line) => {
        const isFit = view.adjustment === 'split' || LINE_STYLES[line].place === 'pane'
        return (
          <label key={line} class={`switch ${view.lines.includes(line) && isFit ? 'is-on' : ''}`}>
            <input type="checkbox" checked={view.lines.includes(line)} disabled={!isFit} onChange={() => toggle(line)} />
            {LINE_STYLES[line].label}
          </label>
        )
      })}
      {view.adjustment !== 'split' && <span class="dim">Lines over the prices are made of split-adjusted closes: choose “Splits” to see them.</span>}
    </fieldset>
  )
}
