import { toNumber, type Decimal, type PortfolioSummary, type Recommendation, type RecommendationFrontier } from '~/api'
import { ChartFrame, ScatterChart } from '~/charts'
import { DataTable, Hint, Loaded, SkeletonBlock, type Column } from '~/components'
import { formatPercent } from '~/format'
import { useAsk } from '~/state/resource'
import { dotsOf, frontierSentence, lineOf, ownPlace } from './frontier'

const HEIGHT = 300
/** With its title, sentence and legend. */
export const FRONTIER_HEIGHT = HEIGHT + 150

/** Return against risk: what the portfolio was chosen from. */
export function FrontierChart({ recommendation }: { readonly recommendation: Recommendation }) {
  const answer = useAsk('getRecommendationFrontier', { id: recommendation.id })
  const { summary } = recommendation
  if (!summary) return null
  return (
    <Loaded of={answer} what="What it was chosen from could not be computed" skeleton={<SkeletonBlock height={FRONTIER_HEIGHT} />}>
      {({ data }) => (data.reason ? <p class="dim">What it was chosen from: {data.reason}.</p> : <Picture frontier={data} summary={summary} />)}
    </Loaded>
  )
}

/** Ticks stand every 2.5 % at times. */
const percent = (value: number): string => formatPercent(value, Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 ? 0 : 1)

type Point = RecommendationFrontier['points'][number]

const COLUMNS: readonly Column<Point>[] = [
  { id: 'return', label: 'Expected return a year', isNumber: true, cell: (point) => formatPercent(point.expected_return, 2) },
  { id: 'swing', label: 'Least swing (volatility)', isNumber: true, cell: (point) => formatPercent(point.volatility, 2) },
]

type AssetRow = { readonly name: string; readonly expected: Decimal; readonly swing: Decimal; readonly weight: Decimal | undefined }

/** The dots of the picture: this portfolio first, then the assets by their weight in it. */
function Assets({ frontier, summary }: { readonly frontier: RecommendationFrontier; readonly summary: PortfolioSummary }) {
  const assets = [...frontier.assets].sort((one, other) => toNumber(other.weight) - toNumber(one.weight) || one.symbol.localeCompare(other.symbol))
  const rows: readonly AssetRow[] = [
    { name: 'This portfolio', expected: summary.expected_return, swing: summary.portfolio_risk, weight: undefined },
    ...assets.map((asset) => ({ name: asset.symbol, expected: asset.expected_return, swing: asset.volatility, weight: asset.weight })),
  ]
  return <DataTable caption="This portfolio, and each asset alone" columns={ASSET_COLUMNS} rows={rows} rowKey={(row) => row.name} maxHeight="24rem" />
}

const ASSET_COLUMNS: readonly Column<AssetRow>[] = [
  { id: 'name', label: 'What', cell: (row) => row.name },
  { id: 'return', label: 'Expected return a year', isNumber: true, cell: (row) => formatPercent(row.expected, 2) },
  { id: 'swing', label: 'Swing (volatility)', isNumber: true, cell: (row) => formatPercent(row.swing, 2) },
  { id: 'weight', label: 'Weight in this portfolio', isNumber: true, cell: (row) => (row.weight === undefined ? '—' : formatPercent(row.weight, 1)) },
]

function Picture({ frontier, summary }: { readonly frontier: RecommendationFrontier; readonly summary: PortfolioSummary }) {
  const line = lineOf(frontier)
  const own = ownPlace(summary)
  const cap = frontier.volatility_cap
  return (
    <ChartFrame title="What it was chosen from" sentence={frontierSentence(line, own)} table={{ columns: COLUMNS, rows: frontier.points, rowKey: (point) => String(point.expected_return) }} moreTable={<Assets frontier={frontier} summary={summary} />}>
      <ScatterChart
        label={`Return against risk: the line of best portfolios, this one, and ${frontier.assets.length} assets alone`}
        height={HEIGHT}
        line={line}
        lineName="Best portfolios within the limits (efficient frontier)"
        dots={dotsOf(frontier, own)}
        kinds={[
          { kind: 'own', name: 'This portfolio' },
          { kind: 'strong', name: 'Held assets alone' },
          { kind: 'faint', name: 'Other candidates alone' },
        ]}
        limit={cap ? { x: toNumber(cap), name: `Most that this risk allows, ${formatPercent(cap, 0)}` } : undefined}
        axes={{ x: 'Swing (volatility) a year', y: 'Expected return a year' }}
        formatValue={percent}
      />
      <Hint term="How to read it">
        Higher is better, further left is calmer. Each point of the line is the calmest mix of all candidates for its return, with fractions of shares and as many positions as it takes. Expected returns are estimates; where the line lies is as uncertain as they are.
        {frontier.snapshot_identical ? '' : ' Rows behind the recommendation were changed since, so this is the line of today\'s rows.'}
      </Hint>
    </ChartFrame>
  )
}
