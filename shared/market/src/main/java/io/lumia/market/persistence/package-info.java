/**
 * The market's tables. Everything here is package-private behind the ports of {@code io.lumia.market}; the migrations
 * lie beside it under {@code db/migration/market}.
 */
@NullMarked
package io.lumia.market.persistence;

import org.jspecify.annotations.NullMarked;
