import { toNumber, type Position, type PositionScoreContribution, type Recommendation } from '~/api'
import { ChartFrame, ContributionBars } from '~/charts'
import { Figure, Figures, Panel, SelectField, type Column } from '~/components'
import { asSentence, formatFixed, formatInteger, formatPercent, formatSignedPercent } from '~/format'
import { linkTo, query, setQuery } from '~/router'
import { Evidence } from './Evidence'
import { addUp, contributionSlices, featureMeaning, featureName, featureValue, partSums, readable } from './rationale'

/** Why each asset is held: its score taken apart, with the rows behind it. */
export function WhyPanel({ recommendation }: { readonly recommendation: Recommendation }) {
  const { positions } = recommendation
  const asked = query.value.get('position')
  const position = positions.find((one) => one.symbol === asked) ?? positions[0]
  if (!position) return null
  const options = positions.map((one) => ({ value: one.symbol, label: `${one.symbol} · ${one.name} · ${formatPercent(one.allocation.percentage, 1)}` }))
  return (
    <Panel title="Why" id="why">
      <p class="dim">
        Each asset is ranked against all others by what is known of it. A score is a sum: each part is a weight times a rank, from 0 (worst) to 1 (best). <a href="/numbers">How it is calculated</a>
      </p>
      <div class="no-print">
        <SelectField name="position" label="Position" value={position.symbol} options={options} onValue={(symbol) => setQuery({ position: symbol === positions[0]?.symbol ? undefined : symbol })} />
      </div>
      <Reasons key={position.asset_id} position={position} recommendation={recommendation} />
      <div class="only-print">
        {positions
          .filter((one) => one !== position)
          .map((one) => (
            <Words key={one.asset_id} position={one} />
          ))}
      </div>
    </Panel>
  )
}

function Words({ position }: { readonly position: Position }) {
  return (
    <>
      <h3>
        {position.symbol} · {position.name} · score {formatFixed(position.rationale.overall, 3)}
      </h3>
      <ul class="sentences">
        {position.rationale.words.map((words) => (
          <li key={words}>{asSentence(readable(words))}</li>
        ))}
      </ul>
    </>
  )
}

function Reasons({ position, recommendation }: { readonly position: Position; readonly recommendation: Recommendation }) {
  const { rationale, risk } = position
  return (
    <div class="grid">
      <div class="span-7">
        <Contributions position={position} />
      </div>
      <div class="span-5 stack">
        <h3>
          <a href={linkTo.asset(position.symbol)}>{position.name}</a>
          {position.sector ? <span class="dim"> · {position.sector}</span> : null}
        </h3>
        <Figures>
          <Figure label="Score" note={`rank ${formatInteger(rationale.rank)} of ${formatInteger(recommendation.basis.universe.eligible)}`}>
            {formatFixed(rationale.overall, 3)}
          </Figure>
          <Figure label="Known" note="of what the score is made of">
            {formatPercent(rationale.confidence, 0)}
          </Figure>
          <Figure label="Expected" note="a year, above the risk-free rate">
            {formatSignedPercent(position.expected_return, 1)}
          </Figure>
          <Figure label="Swing" note={`a year; beta ${formatFixed(risk.beta, 2)}`}>
            {formatPercent(risk.volatility, 1)}
          </Figure>
        </Figures>
        <ul class="sentences">
          {rationale.words.map((words) => (
            <li key={words}>{asSentence(readable(words))}</li>
          ))}
        </ul>
        <Parts position={position} />
        <Turns position={position} />
        <Evidence position={position} basis={recommendation.basis} />
      </div>
    </div>
  )
}

function Contributions({ position }: { readonly position: Position }) {
  const sum = addUp(position)
  const slices = contributionSlices(position)
  const digits = 3
  return (
    <ChartFrame
      title={`What the score of ${position.symbol} is made of`}
      sentence={
        <>
          The parts add up to {formatFixed(sum.sum, digits)}; {sum.isEqual ? `the score is ${formatFixed(sum.overall, digits)}: nothing is left over.` : `the score is ${formatFixed(sum.overall, digits)}, so that ${formatFixed(sum.difference, digits)} are not explained by its parts.`}
        </>
      }
      table={{ columns: COLUMNS, rows: [...position.rationale.contributions].sort((one, other) => toNumber(other.contribution) - toNumber(one.contribution)), rowKey: (row) => row.feature }}
    >
      <ContributionBars slices={slices} label={`${slices.length} parts that add up to the score`} formatValue={(value) => formatFixed(value, digits)} totalLabel="Score" />
    </ChartFrame>
  )
}

const COLUMNS: readonly Column<PositionScoreContribution>[] = [
  { id: 'feature', label: 'What is looked at', cell: (row) => <span title={featureMeaning(row.feature)}>{featureName(row.feature)}</span> },
  { id: 'value', label: 'Value', isNumber: true, cell: featureValue },
  { id: 'percentile', label: 'Rank, 0 to 1', isNumber: true, cell: (row) => formatFixed(row.percentile, 2) },
  { id: 'weight', label: 'Weight', isNumber: true, cell: (row) => formatFixed(row.weight, 3) },
  { id: 'contribution', label: 'Weight × rank', isNumber: true, cell: (row) => formatFixed(row.contribution, 3) },
]

const PART_NAMES: Readonly<Record<string, string>> = { technical: 'Price', sentiment: 'News and posts', fundamental: 'Business' }

function Parts({ position }: { readonly position: Position }) {
  return (
    <dl class="parts">
      {partSums(position).map((part) => (
        <div key={part.part}>
          <dt>{PART_NAMES[part.part] ?? part.part}</dt>
          <dd class="num">{part.score === null || part.score === undefined ? <span class="dim">nothing known; the others count more</span> : `${formatFixed(part.contribution, 3)} of the score; ${formatFixed(part.score, 2)} of 1 by itself`}</dd>
        </div>
      ))}
    </dl>
  )
}

function Turns({ position }: { readonly position: Position }) {
  if (position.what_would_change.length === 0) return null
  return (
    <div>
      <h3>What would take it out</h3>
      <ul class="sentences">
        {position.what_would_change.map((turn) => (
          <li key={turn.subject}>{asSentence(turn.words)}</li>
        ))}
      </ul>
    </div>
  )
}
