/**
 * Facts about what is traded: {@link io.lumia.market.Asset} and its symbols, daily bars, corporate actions,
 * observations, fundamentals, filings and the numbers in them; the {@link io.lumia.market.ExchangeCalendar} that says which days there must be one;
 * and {@link io.lumia.market.PriceAdjuster}, which adjusts prices on read. Plain Java: the checks that a fact passes before
 * it is believed are in {@code check}, the database in {@code persistence}, the sources of facts in {@code provider}.
 *
 * <p>Every fact has two times. <em>Public from</em>: when the market could know it (a bar at its session's close, a
 * fundamental when reported). <em>Learned at</em>: when our books recorded it. A question as of an instant sees what
 * was public by then, in the value our books held then; see {@link io.lumia.market.PriceHistory}.
 */
@NullMarked
package io.lumia.market;

import org.jspecify.annotations.NullMarked;
