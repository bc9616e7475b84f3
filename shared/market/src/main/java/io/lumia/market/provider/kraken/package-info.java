/** Kraken: daily candles, currencies and pairs. Every answer is a 200; whether it is one is in its {@code error} list. */
@NullMarked
package io.lumia.market.provider.kraken;

import org.jspecify.annotations.NullMarked;
