/**
 * Tiingo's REST answers: {@link io.lumia.market.provider.tiingo.TiingoAdapter} asks, {@code DailyReader},
 * {@code MetadataReader} and {@code CryptoReader} read, {@code TiingoErrors} knows its refusals. News are not read here.
 */
@NullMarked
package io.lumia.market.provider.tiingo;

import org.jspecify.annotations.NullMarked;
