import { useEffect } from 'preact/hooks'
import { PageHead, Panel } from '~/components'
import { place } from '~/router'
import { AsOf, Health, Prices, Recommendations, Returns, Sentiment } from './definitions'
import { Limits } from './Limits'
import { SignalTable } from './SignalTable'
import { Sources } from './Sources'
import './numbers.css'

const PARTS = [
  { id: 'prices', title: 'Prices and adjustment', Part: Prices },
  { id: 'returns', title: 'Returns and risk', Part: Returns },
  { id: 'signals', title: 'Signals', Part: SignalTable },
  { id: 'sentiment', title: 'Sentiment', Part: Sentiment },
  { id: 'as-of', title: 'As of: what was known when', Part: AsOf },
  { id: 'quarantine', title: 'Gaps and quarantine', Part: Health },
  { id: 'recommendations', title: 'Recommendations', Part: Recommendations },
  { id: 'sources', title: 'Sources and licences', Part: Sources },
  { id: 'limits', title: 'Limits, and not advice', Part: Limits },
] as const

/** What every number of the site means, where it comes from, and what it cannot say. */
export default function NumbersPage() {
  useEffect(() => {
    document.getElementById(place.value.hash.slice(1))?.scrollIntoView()
  }, [place.value.hash])
  return (
    <div class="page numbers">
      <PageHead title="About the numbers" lead="What each number means, in which unit, where it comes from, and what it cannot say. Nothing here is investment advice." />
      <nav aria-label="On this page">
        <ul class="plain-list numbers-parts">
          {PARTS.map((part) => (
            <li key={part.id}>
              <a href={`#${part.id}`}>{part.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {PARTS.map(({ id, title, Part }) => (
        <div key={id} id={id} class="numbers-part">
          <Panel title={title}>
            <Part />
          </Panel>
        </div>
      ))}
    </div>
  )
}
