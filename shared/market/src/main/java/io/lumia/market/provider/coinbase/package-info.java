/** Coinbase: candles of the Exchange and of Advanced Trade's public route, and the products of the Exchange. */
@NullMarked
package io.lumia.market.provider.coinbase;

import org.jspecify.annotations.NullMarked;
