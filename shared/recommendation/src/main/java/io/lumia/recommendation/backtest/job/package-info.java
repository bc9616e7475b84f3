/**
 * Backtests that are asked for over the API and run behind a queue: {@link io.lumia.recommendation.backtest.job.RequestBacktest} checks
 * and stores one and tells the function {@code run-backtest}; {@link io.lumia.recommendation.backtest.job.RunBacktest} runs it, saving after each decision;
 * {@link io.lumia.recommendation.backtest.job.BacktestBook} keeps how far it has come and what it came to.
 */
@NullMarked
package io.lumia.recommendation.backtest.job;

import org.jspecify.annotations.NullMarked;
