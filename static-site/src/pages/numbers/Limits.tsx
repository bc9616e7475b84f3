/** What the numbers cannot say. */
export const Limits = () => (
  <>
    <p>
      <strong>Nothing here is investment advice.</strong> Nobody here knows your circumstances, and no number promises a return. Ask somebody who is allowed to advise you before you decide.
    </p>
    <ul class="numbers-limits">
      <li>Data may be late, incomplete or wrong. What was not believed is set aside; what looks right and is wrong gets through.</li>
      <li>What is shown is past. Volatility and correlations change, most of all when it matters.</li>
      <li>Prices are daily. What happened within a session shows in its high and low alone.</li>
      <li>Companies that failed are missing where a source leaves them out, as the demo’s does: returns of the whole set flatter.</li>
      <li>Sentiment is of texts, not of people; the number of texts depends on what the sources wrote and let us read.</li>
      <li>Taxes, and costs other than a flat 0.1 % each way in recommendations, are not counted.</li>
    </ul>
  </>
)
