/**
 * What the crypto exchanges share: {@link io.lumia.market.provider.crypto.Candles} turns their candles into bars or quotes,
 * {@link io.lumia.market.provider.crypto.CryptoPair} spells our symbols, such as {@code BTC-USD}.
 */
@NullMarked
package io.lumia.market.provider.crypto;

import org.jspecify.annotations.NullMarked;
