import type { RecommendationLine } from '~/api'
import { Empty, Instant, Loaded, Panel, Skeleton } from '~/components'
import { formatMoney } from '~/format'
import { linkTo } from '~/router'
import { useAsk } from '~/state/resource'

const SHOWN = 6

/** The newest answers, beside the form. */
export function Recent() {
  const lines = useAsk('listRecommendations', { page: 1, per_page: SHOWN })
  return (
    <Panel title="Asked before" aside={<a href="/recommendations">All, and compare</a>}>
      <Loaded of={lines} what="Earlier recommendations could not be read" skeleton={<Skeleton lines={SHOWN * 2} />}>
        {(answer) => (answer.data.length === 0 ? <Empty title="Nothing was asked yet">Your first answer stands here, to be read, compared and made again.</Empty> : <Lines lines={answer.data} />)}
      </Loaded>
    </Panel>
  )
}

function Lines({ lines }: { readonly lines: readonly RecommendationLine[] }) {
  return (
    <ul class="recent">
      {lines.map((line) => (
        <li key={line.id}>
          <a href={linkTo.recommendation(line.id)}>
            {formatMoney(line.request.capital, line.request.currency, 0)}, {line.request.risk_tolerance}, {line.request.investment_horizon}
          </a>
          <span class="dim">
            {line.outcome === 'withheld' ? 'Nothing recommended · ' : ''}
            <Instant at={line.created_at} />
          </span>
        </li>
      ))}
    </ul>
  )
}
