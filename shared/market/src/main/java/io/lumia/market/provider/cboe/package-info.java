/** Daily prices from Cboe's public files: one file a symbol, in {@link io.lumia.market.provider.cboe.CboeAdapter}. */
@NullMarked
package io.lumia.market.provider.cboe;

import org.jspecify.annotations.NullMarked;
