/**
 * The market at a glance. {@code MarketDays} finds the newest session of every asset, stored or computed as of an earlier
 * instant; {@code MarketSummary} counts, groups and ranks them; {@code ReadOverview} puts the closes to those that are shown.
 */
@NullMarked
package io.lumia.functions.marketapi.overview;

import org.jspecify.annotations.NullMarked;
