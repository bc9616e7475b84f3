/** Stooq's downloads, read but never asked for: {@link io.lumia.market.provider.stooq.StooqAdapter} says why. */
@NullMarked
package io.lumia.market.provider.stooq;

import org.jspecify.annotations.NullMarked;
