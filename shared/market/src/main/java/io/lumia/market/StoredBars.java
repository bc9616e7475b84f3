package io.lumia.market;

import java.util.List;

/**
 * Bars with the source of each.
 *
 * @param bars       oldest first
 * @param sources    as many as bars: where each came from
 * @param backfilled how many of the bars our books learned of only after the as-of
 */
public record StoredBars(List<DailyBar> bars, List<Source> sources, int backfilled) {

    public StoredBars {
        bars = List.copyOf(bars);
        sources = List.copyOf(sources);
    }
}
