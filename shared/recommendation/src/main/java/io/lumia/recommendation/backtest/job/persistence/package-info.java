/** {@link io.lumia.recommendation.backtest.job.BacktestBook} in table {@code recommendation.backtest}. */
@NullMarked
package io.lumia.recommendation.backtest.job.persistence;

import org.jspecify.annotations.NullMarked;
