/**
 * The JSON behind nasdaq.com, undocumented: {@link io.lumia.market.provider.nasdaq.NasdaqAdapter} asks,
 * {@code HistoricalReader} and {@code ScreenerReader} read, {@code NasdaqErrors} knows the status inside a 200.
 */
@NullMarked
package io.lumia.market.provider.nasdaq;

import org.jspecify.annotations.NullMarked;
