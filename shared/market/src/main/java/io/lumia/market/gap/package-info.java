/**
 * Knowing what is missing. {@link io.lumia.market.gap.GapReports} reads the dates that our books have and {@link
 * io.lumia.market.gap.GapFinder} holds them against what a complete history has, giving a {@link
 * io.lumia.market.gap.GapReport} per asset, of bars or of observations; {@link io.lumia.market.gap.GapRequests} decides what
 * to ask a provider for. Pure, behind the ports {@code BarDates} and {@code ObservationDates}.
 */
@NullMarked
package io.lumia.market.gap;

import org.jspecify.annotations.NullMarked;
