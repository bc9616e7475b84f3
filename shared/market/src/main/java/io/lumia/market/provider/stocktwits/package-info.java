/**
 * Posts about symbols on StockTwits: {@link io.lumia.market.provider.stocktwits.StockTwitsAdapter} asks,
 * {@code StreamReader} reads, {@code StockTwitsSymbols} spells. Who wrote a post is never kept.
 */
@NullMarked
package io.lumia.market.provider.stocktwits;

import org.jspecify.annotations.NullMarked;
