/**
 * What providers of rates, yields and economic series have in common beyond {@link io.lumia.market.provider.web}:
 * {@link io.lumia.market.provider.series.SeriesRows} collects what an answer says in order of date,
 * {@link io.lumia.market.provider.series.CsvTable} and {@link io.lumia.market.provider.series.Periods} read their tables
 * and dates, {@link io.lumia.market.provider.series.CurrencyPair} their pairs, and
 * {@link io.lumia.market.provider.series.EquivalentSeries} knows which of their series are the same one.
 */
@NullMarked
package io.lumia.market.provider.series;

import org.jspecify.annotations.NullMarked;
