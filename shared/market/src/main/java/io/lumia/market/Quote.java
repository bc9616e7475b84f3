package io.lumia.market;

import java.time.Instant;

/**
 * A price at an instant: a snapshot, or one interval of a day. Shown to whoever reads an answer; our books keep days.
 *
 * @param time   the snapshot's time, or the interval's start, UTC
 * @param open   of the interval or day, NaN where there is none; so with high, low and volume
 * @param price  last price, or the interval's close
 */
public record Quote(Instant time, double open, double high, double low, double price, double volume, String currency) {}
