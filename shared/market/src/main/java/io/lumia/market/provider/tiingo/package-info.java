/**
 * Tiingo's REST answers: {@link io.lumia.market.provider.tiingo.TiingoAdapter} asks, {@code DailyReader},
 * {@code MetadataReader}, {@code CryptoReader} and {@code NewsReader} read, {@code TiingoErrors} knows its refusals.
 */
@NullMarked
package io.lumia.market.provider.tiingo;

import org.jspecify.annotations.NullMarked;
