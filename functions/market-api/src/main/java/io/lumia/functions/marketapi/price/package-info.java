/**
 * Daily prices: {@code ReadPrices} adjusts on read, {@code PricePoints} cuts pages and fills where asked.
 */
@NullMarked
package io.lumia.functions.marketapi.price;

import org.jspecify.annotations.NullMarked;
