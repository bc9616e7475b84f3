/**
 * Whether the advice would have worked: the engine is asked again and again as of days in the past, and what it said is traded.
 *
 * <pre>
 *   BacktestMarket ─ snapshot ─► RecommendationEngine ─ positions ─► Orders ─► Account ─► BacktestState ─► BacktestReport
 *         └───────────────────── prices, splits, dividends ─────────────────────┘
 * </pre>
 *
 * <ul>
 *   <li>{@link io.lumia.recommendation.backtest.BacktestQuestion}: from when to when, on which days, traded when;
 *   <li>{@link io.lumia.recommendation.backtest.BacktestMarket}: the port; the engine sees only what its snapshot holds, prices of
 *       later days are for trading and valuing;
 *   <li>{@link io.lumia.recommendation.backtest.Backtest}: goes from one decision to the next, each step a
 *       {@link io.lumia.recommendation.backtest.BacktestState} that can be stored and gone on from;
 *   <li>{@link io.lumia.recommendation.backtest.ReportMaker}: figures and the sentence made of them;
 *   <li>{@link io.lumia.recommendation.backtest.InMemoryHistory}: a market cut out of rows that were read once.
 * </ul>
 *
 * <p>Accounting is in cash and shares as an account would show them: prices as traded, whole shares, a split changes the number of shares
 * and pays out fractions, a dividend comes as cash on its ex-date and is invested at the next trade, a spun-off part is sold at the close
 * of its ex-date. An asset that is no longer traded becomes cash at its last price. Cash earns nothing. Amounts are doubles of the
 * request's currency. Decisions are at the close of a session, trades at the next one's, unless asked for otherwise.
 */
@NullMarked
package io.lumia.recommendation.backtest;

import org.jspecify.annotations.NullMarked;
