/** CoinGecko: averages over many exchanges; a daily price without volume for the last year, and short candles. */
@NullMarked
package io.lumia.market.provider.coingecko;

import org.jspecify.annotations.NullMarked;
