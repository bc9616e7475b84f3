/** Backtests: ordered here, run by {@code run-backtest}, shown here. */
@NullMarked
package io.lumia.functions.recommendationapi.backtest;

import org.jspecify.annotations.NullMarked;
