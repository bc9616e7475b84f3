/**
 * Alpha Vantage: {@link io.lumia.market.provider.alphavantage.AlphaVantageAdapter} asks, {@code SeriesReader} and
 * {@code SeriesTable} read time series in JSON and CSV, {@code SnapshotReader} quotes and rates, {@code SearchReader}
 * symbols; {@code AlphaVantageErrors} knows what it says inside a 200.
 */
@NullMarked
package io.lumia.market.provider.alphavantage;

import org.jspecify.annotations.NullMarked;
