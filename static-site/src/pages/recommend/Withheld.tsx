import type { Recommendation, WithheldReason } from '~/api'
import { Panel } from '~/components'
import { asSentence } from '~/format'
import { askAgain } from './request'

const TITLES: Readonly<Record<WithheldReason['code'], string>> = {
  no_prices: 'There are no prices to go by',
  data_health: 'Too much of the data is old or doubtful',
  too_few_assets: 'Too few assets can be recommended',
  too_few_common_days: 'The assets have too few days in common',
  limits_conflict: 'The limits contradict each other',
  volatility_cap_unattainable: 'So little risk cannot be had with these assets',
  capital_too_small: 'The capital buys no whole share',
  not_converged: 'The calculation did not come to an end',
}

/** Nothing is recommended rather than something doubtful: why, and what would change that. */
export function Withheld({ recommendation }: { readonly recommendation: Recommendation }) {
  return (
    <Panel title="Why nothing is recommended">
      <p>Advice is withheld where it could not be given in good conscience. Nothing was relaxed without telling you.</p>
      {recommendation.reasons.map((reason) => (
        <div key={reason.code + reason.message} class="reason">
          <h3>{TITLES[reason.code]}</h3>
          <p>{asSentence(reason.message)}</p>
          <p>
            <strong>What would help:</strong> {asSentence(reason.fix)}
          </p>
        </div>
      ))}
      <p>
        <a class="button button-primary" href={askAgain(recommendation.request)}>
          Change the question
        </a>
      </p>
    </Panel>
  )
}

