/** Binance's public market data host: candles and pairs. */
@NullMarked
package io.lumia.market.provider.binance;

import org.jspecify.annotations.NullMarked;
