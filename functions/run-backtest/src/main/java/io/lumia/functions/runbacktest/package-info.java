/**
 * The function {@code run-backtest}: {@code RunBacktestHandler} is the edge, {@code io.lumia.recommendation.backtest.job.RunBacktest} the
 * use case.
 */
@NullMarked
package io.lumia.functions.runbacktest;

import org.jspecify.annotations.NullMarked;
