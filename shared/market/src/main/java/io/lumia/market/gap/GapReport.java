package io.lumia.market.gap;

import io.lumia.market.Asset;
import io.lumia.market.check.Completeness.Gap;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is missing of an asset's history, and what should not be there: bars, or observations of a series.
 *
 * @param from       first day that counts, null where nothing is known of the asset's beginning
 * @param to         last day that counts: asked for, due, and within the asset's life
 * @param expected   facts that there should be
 * @param present    how many of those are there
 * @param missing    the rest, neighbours taken together, oldest first
 * @param unexpected dates of facts that should not be there, oldest first
 * @param first      date of the first fact, null where there is none
 * @param last       date of the last fact
 * @param stale      facts that were due since the last one
 */
public record GapReport(
        Asset asset,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int expected,
        int present,
        List<Gap> missing,
        List<LocalDate> unexpected,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        int stale) {

    public GapReport {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
    }

    static GapReport nothingExpected(Asset asset) {
        return new GapReport(asset, null, null, 0, 0, List.of(), List.of(), null, null, 0);
    }

    public int missingCount() {
        return expected - present;
    }

    /** Present divided by expected, a fraction; null where nothing was expected. */
    public @Nullable Double completeness() {
        return expected == 0 ? null : (double) present / expected;
    }
}
