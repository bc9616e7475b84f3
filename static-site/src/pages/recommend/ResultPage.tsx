import { useEffect } from 'preact/hooks'
import type { Recommendation } from '~/api'
import { Figure, Figures, Instant, Loaded, PageHead, Panel, Skeleton, SkeletonBlock } from '~/components'
import { counted, formatDate, formatMoney, formatPercent, sentenceCase } from '~/format'
import { scrollToHash, type PageProps } from '~/router'
import { useAsk } from '~/state/resource'
import { Allocation } from './Allocation'
import { Changes } from './Changes'
import { ExportTools } from './ExportTools'
import { FeedbackPanel } from './FeedbackPanel'
import { NotAdvice } from './NotAdvice'
import { readable } from './rationale'
import { shortAnswers } from './short'
import { RiskPanel } from './RiskPanel'
import { Trace } from './Trace'
import { TrackPanel } from './TrackPanel'
import { WhyPanel } from './WhyPanel'
import { Withheld } from './Withheld'
import './recommend.css'

/** One answer: what to hold, why, what could go wrong, whether it would have worked, and where it comes from. */
export default function ResultPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const answer = useAsk('getRecommendation', { id })
  const isShown = answer.data?.data.id === id
  return (
    <div class="page result">
      {!isShown && <PageHead title="Recommendation" lead="What to hold, why, what could go wrong, and whether it would have worked." />}
      <Loaded of={isShown || answer.error ? answer : { ...answer, data: undefined }} what="This recommendation could not be read" skeleton={<ResultSkeleton />}>
        {({ data }) => <Body recommendation={data} reload={answer.reload} />}
      </Loaded>
    </div>
  )
}

type Props = { readonly recommendation: Recommendation; readonly reload: () => void }

function Body({ recommendation, reload }: Props) {
  const { request, basis } = recommendation
  useEffect(scrollToHash, [])
  return (
    <>
      <PageHead
        title={`${recommendation.outcome === 'withheld' ? 'Nothing recommended for' : 'What to hold for'} ${formatMoney(request.capital, request.currency, 0)}`}
        lead={
          <>
            {sentenceCase(request.risk_tolerance)} risk, {request.investment_horizon} horizon · prices of {formatDate(basis.session)} · asked <Instant at={recommendation.created_at} />
          </>
        }
      >
        <ExportTools recommendation={recommendation} />
      </PageHead>
      <NotAdvice text={afterNotAdvice(recommendation.disclaimer)} />
      <Warnings warnings={recommendation.warnings} />
      {recommendation.outcome === 'withheld' ? <Withheld recommendation={recommendation} /> : <Answer recommendation={recommendation} />}
      <Trace recommendation={recommendation} />
      <FeedbackPanel recommendation={recommendation} onGiven={reload} />
    </>
  )
}

/** The note says so itself, in bold. */
const afterNotAdvice = (disclaimer: string): string => disclaimer.replace(/^not investment advice[:.,]?\s*/i, '').replace(/^./, (first) => first.toUpperCase())

function Answer({ recommendation }: { readonly recommendation: Recommendation }) {
  return (
    <>
      <InShort recommendation={recommendation} />
      <Contents />
      <Allocation recommendation={recommendation} />
      <WhyPanel recommendation={recommendation} />
      <RiskPanel recommendation={recommendation} />
      <TrackPanel recommendation={recommendation} />
      <Changes recommendation={recommendation} />
    </>
  )
}

function InShort({ recommendation }: { readonly recommendation: Recommendation }) {
  const { summary, positions, request } = recommendation
  if (!summary) return null
  return (
    <Panel title="In short">
      <Figures>
        <Figure label="Invested" note={`${formatMoney(summary.cash.amount, request.currency)} stay in cash`}>
          {formatMoney(summary.invested, request.currency)}
        </Figure>
        <Figure label="Expected return" note="a year, before costs; an estimate, no promise">
          {formatPercent(summary.expected_return, 1)}
        </Figure>
        <Figure label="Swing (volatility)" note={`a year; ${formatPercent(summary.volatility_cap, 0)} at most at this risk`}>
          {formatPercent(summary.portfolio_risk, 1)}
        </Figure>
        <Figure label="Deepest fall" note={`of these weights since ${formatDate(summary.common_from)}`}>
          {formatPercent(summary.max_drawdown, 1)}
        </Figure>
        <Figure label="Positions" note={`trading costs ${formatMoney(summary.trading_cost, request.currency)}`}>
          {counted(positions.length, 'asset')}
        </Figure>
      </Figures>
      <dl class="parts in-short">
        {shortAnswers(recommendation).map((short) => (
          <div key={short.question}>
            <dt>
              <a href={`#${short.section}`}>{short.question}</a>
            </dt>
            <dd>{short.answer}</dd>
          </div>
        ))}
      </dl>
      <details class="more">
        <summary>The same as the engine says it</summary>
        <ul class="sentences">
          {recommendation.explanation.map((sentence) => (
            <li key={sentence}>{readable(sentence)}</li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}

const SECTIONS = [
  ['hold', 'What to hold'],
  ['why', 'Why'],
  ['risk', 'What could go wrong'],
  ['track', 'Would it have worked?'],
  ['change', 'What would change it'],
  ['trace', 'Where it comes from'],
] as const

const Contents = () => (
  <nav class="contents no-print" aria-label="On this page">
    {SECTIONS.map(([id, label]) => (
      <a key={id} href={`#${id}`}>
        {label}
      </a>
    ))}
  </nav>
)

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <div class="warnings" role="note">
      <p>
        <strong>Before you believe it</strong>
      </p>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </div>
  )
}

const ResultSkeleton = () => (
  <>
    <Skeleton lines={6} label="Loading the recommendation" />
    <SkeletonBlock height={360} />
    <SkeletonBlock height={420} />
  </>
)
