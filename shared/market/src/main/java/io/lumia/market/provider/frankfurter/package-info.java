/**
 * Frankfurter, a community's API over the reference rates of central banks:
 * {@link io.lumia.market.provider.frankfurter.FrankfurterAdapter} for version 1. Any currency may be the base; cross rates
 * are computed by the service.
 */
@NullMarked
package io.lumia.market.provider.frankfurter;

import org.jspecify.annotations.NullMarked;
