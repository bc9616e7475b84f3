import type { CorporateAction, PriceSeries } from '~/api'
import { Hint, Instant } from '~/components'
import { counted, formatDate } from '~/format'
import { readable } from './health'
import { actionText } from './series'

const BASES: Readonly<Record<string, string>> = { raw: 'as traded', split_adjusted: 'already adjusted for splits', fully_adjusted: 'already adjusted for splits and dividends' }

type Props = { readonly series: readonly PriceSeries[]; readonly actions: readonly CorporateAction[]; readonly warnings: readonly string[]; readonly currency: string }

/** Where the prices come from and what happened to them, one click away. */
export function PriceSources({ series, actions, warnings, currency }: Props) {
  const sources = new Map(series.flatMap((one) => one.sources).map((source) => [source.name, source]))
  const isReconstructed = series.some((one) => one.reconstructed)
  return (
    <div class="sources">
      {warnings.map((warning) => (
        <p key={warning} class="note-warn">
          <span aria-hidden="true">▲</span> {readable(warning)}
        </p>
      ))}
      <Hint term={`Where these prices come from: ${[...sources.keys()].join(', ') || 'unknown'}`}>
        {[...sources.values()].map((source) => (
          <p key={source.name}>
            <strong>{source.name}</strong> by {source.provider}, {BASES[source.price_basis] ?? source.price_basis}, knowing up to <Instant at={source.as_of} />. {source.attribution} Licence: {source.licence}.
          </p>
        ))}
        {isReconstructed && <p>These prices were won back from fully adjusted ones, which magnifies the source’s rounding.</p>}
      </Hint>
      <Hint term={`${counted(actions.length, 'split or dividend', 'splits and dividends')} in this range`}>
        {actions.length === 0 ? (
          <p>The books know of none.</p>
        ) : (
          <ul class="plain-list action-list">
            {[...actions].reverse().map((action) => (
              <li key={`${action.ex_date} ${action.kind}`}>
                <span class="num">{formatDate(action.ex_date)}</span> {actionText(action, currency)}
              </li>
            ))}
          </ul>
        )}
      </Hint>
    </div>
  )
}
