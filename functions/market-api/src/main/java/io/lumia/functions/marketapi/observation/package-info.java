/**
 * Values of rates, yields, exchange rates and economic series.
 */
@NullMarked
package io.lumia.functions.marketapi.observation;

import org.jspecify.annotations.NullMarked;
