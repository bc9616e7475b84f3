import { Terms } from './Terms'

export const Prices = () => (
  <Terms
    terms={[
      { name: 'Bar', text: 'One session’s open, high, low, close and volume. Its date is the exchange’s trading date, never an instant.', example: 'AAPL on 9 June 2014' },
      { name: 'Raw', text: 'The price as it was traded on the day.', example: 'AAPL on 6 June 2014: 645.57 USD' },
      { name: 'Split-adjusted', text: 'Splits and spin-offs are taken out, so that a split looks like nothing happened. Charts and signals use it. Dividends are not taken out.', example: 'the same day before the 7:1 split: 645.57 / 7 = 92.2243 USD' },
      { name: 'Adjusted for all', text: 'Dividends are taken out too: the series of total returns.' },
      { name: 'How it is done', text: 'Prices are stored as received and adjusted when they are read, with only those actions whose ex-date is not after the day asked about. The answer names the adjustment, the actions and the sources.' },
      { name: 'Money', text: 'In the currency of the asset. Nothing is converted silently.' },
    ]}
  />
)

export const Returns = () => (
  <Terms
    terms={[
      { name: 'Return', text: 'Relative change of the price, stored as a fraction and shown in percent. Returns among the signals leave dividends out; backtests and the risk of recommendations count them.', example: '0.05 = 5 %' },
      { name: 'Change', text: 'The newest close against the close of the session before.' },
      { name: 'Over 30 or 365 days', text: 'Against the last close dated at least so many calendar days earlier.' },
      { name: 'Volatility', text: 'Sample standard deviation of daily returns, times the root of the sessions of a year: 252, for crypto 365.', example: '0.18 = 18 % a year' },
      { name: 'Drawdown', text: 'Fall of a value from its highest before; zero or below.', example: '-31 %' },
      { name: 'Value at risk', text: 'The loss that a period does not exceed with a stated confidence. The mean loss beyond it is the conditional value at risk. Losses are positive.', example: '95 %: 2.58 % of the value on one day' },
      { name: 'Sharpe ratio', text: 'Mean return of a year above the risk-free rate, per volatility.' },
    ]}
  />
)

export const Sentiment = () => (
  <Terms
    terms={[
      { name: 'Score', text: 'How positive a text is: the probability that it is positive less the probability that it is negative, from -1 to 1.', example: '0.8 positive, 0.1 negative: +0.70' },
      { name: 'Confidence', text: 'How likely the direction of the score is right, calibrated on texts that people labelled: of headlines called with 0.8, about 80 % are right. It holds for headlines like those of a news feed; for sentences of company reports it is too high by about 0.11.' },
      { name: 'Abstained', text: 'A score whose confidence is below 0.60 for news or 0.55 for posts. It is withheld and enters no average. A text that was not scored is not a neutral one.' },
      { name: 'Momentum, surprise', text: 'Momentum is the mean score of 5 sessions less that of 20. Surprise is the average less its mean of a year, in standard deviations.' },
      { name: 'How good it is', text: 'Of 692 headlines that the model had not seen 91.6 % were right, of 1,153 posts 88.0 %. Where one headline says different things of several companies, 59.6 % are right of each.' },
      { name: 'What is read', text: 'English texts, their first 64 word pieces, by the model fin-sentiment 1.0.' },
    ]}
  />
)

export const AsOf = () => (
  <Terms
    terms={[
      { name: 'As of', text: 'The instant up to which a question may look. The answer is what was public then: a bar counts from its session’s close, a filing from when it was taken in, a text from when we had collected it.', example: '30 June 2015, 20:00 UTC' },
      { name: 'Learned', text: 'When our books took a fact in. What was loaded later about an earlier day is called backfilled, and the answer says how much of it there is.' },
      { name: 'Revision', text: 'A value that replaced another. The one before is kept, so that a question about the past gets what was known in the past.' },
      { name: 'Made again', text: 'A recommendation is kept with its request, its instants and its hash. Replaying it makes it from the books again: the same hash, or which row changed.' },
    ]}
  />
)

export const Health = () => (
  <Terms
    terms={[
      { name: 'Quarantine', text: 'Rows that were not believed, set aside with a reason and kept as received: a price below zero, a date without a session, a jump that neither volume nor a split explains. A person may release the unlikely ones; the impossible stay.' },
      { name: 'Gap', text: 'Facts that should be there and are not, such as three sessions without a bar. Nothing is filled in silently: a gap stays a gap, in charts too.' },
      { name: 'Completeness', text: 'Sessions with a bar, divided by the sessions that should have one.', example: '0.998' },
      { name: 'Disagreement', text: 'Two sources whose closes of a day differ by more than the tolerance, in the same share units.', example: '158.5 and 160: 0.9 %' },
    ]}
  />
)

export const Recommendations = () => (
  <>
    <p>A recommendation is calculated from the request, from what the books knew, and from written-down settings. The same three give the same answer on every machine. Its weights are judgement, not fitted to past returns.</p>
    <Terms
      terms={[
        { name: 'Score', text: 'Each asset is ranked against the others by features of three parts: technical (momentum, trend, calm), sentiment (news and posts) and fundamental (value, profit, growth, debt). The contributions of an answer sum to its overall score.' },
        { name: 'Weights of the parts', text: 'Technical, sentiment, fundamental. Short horizon: 55, 25, 20 %. Medium: 40, 15, 45 %. Long: 25, 5, 70 %.' },
        { name: 'What is unknown', text: 'Has no rank: the other weights grow in its stead, and the confidence falls. It is not counted as average.' },
        { name: 'Expected return', text: 'Of a year: what the market’s own weights imply, moved a little by the scores. An opinion, not a promise.' },
        { name: 'Limits by risk', text: 'Volatility of a year at most 8 % (conservative), 14 % (moderate) or 22 % (aggressive). Nothing is relaxed: where no portfolio meets the limits, the answer is withheld and says which conflict.' },
        { name: 'Grade', text: 'After 5, 20 and 60 sessions: what the shares earned against the benchmark. The first grade stands.' },
        { name: 'Tried on the past', text: 'On the demo’s data, 37 monthly decisions from 10 November 2014 to 10 November 2017, it lost against the market: 8.4 % a year against 10.3 % of SPY. Three years prove nothing either way. The command local/lumia demo --once shows it again; for this installation’s data, try a question on the past below its answer.' },
      ]}
    />
  </>
)
