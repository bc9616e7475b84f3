package io.lumia.functions.collectionapi.gap;

import io.lumia.market.gap.GapReport;
import io.lumia.web.asset.AssetInfo;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is missing of an asset's bars or a series' observations, and what should not be there. */
@Serdeable
@Schema(
        name = "AssetGaps",
        description =
                "Bars held against the sessions of the asset's exchange, or observations of a series against the days, weeks, months, quarters or years it has values of, within the dates asked for and the asset's life. What is said of sessions and bars is said of those then.")
record AssetGaps(
        AssetInfo asset,

        @Schema(
                description =
                        "First and last day that count: the dates asked for, cut to the asset's life and to what has closed.")
        @Nullable
        LocalDate start,

        @Nullable LocalDate end,

        @Schema(description = "Sessions that must have a bar.")
        int expected,

        @Schema(description = "Those that have one.") int present,
        @Schema(description = "Those that have none.") int missing,

        @Schema(description = "Sessions without a bar, oldest first, neighbours joined.")
        List<Interval> missingIntervals,

        @Schema(description = "Bars on days that are no session, or outside the asset's life.")
        int unexpected,

        @Schema(description = "Their dates, oldest first.") List<LocalDate> unexpectedDates,

        @Schema(description = "Present divided by expected, a fraction; null where nothing was expected.") @Nullable
        Double completeness,

        @Schema(description = "Date of the first bar.") @Nullable
        LocalDate first,

        @Schema(description = "Date of the last bar.") @Nullable
        LocalDate last,

        @Schema(description = "Staleness: sessions since the last bar that should have brought one.")
        int staleSessions) {

    static AssetGaps of(GapReport found) {
        return new AssetGaps(
                AssetInfo.of(found.asset()),
                found.from(),
                found.to(),
                found.expected(),
                found.present(),
                found.missingCount(),
                found.missing().stream()
                        .map(gap -> new Interval(gap.from(), gap.to(), gap.sessions()))
                        .toList(),
                found.unexpected().size(),
                found.unexpected(),
                found.completeness(),
                found.first(),
                found.last(),
                found.stale());
    }

    /** With fewer intervals and dates listed; the counts stay. */
    AssetGaps withFirst(int count) {
        return new AssetGaps(
                asset,
                start,
                end,
                expected,
                present,
                missing,
                missingIntervals.stream().limit(count).toList(),
                unexpected,
                unexpectedDates.stream().limit(count).toList(),
                completeness,
                first,
                last,
                staleSessions);
    }

    /** Neighbouring sessions without a bar. */
    @Serdeable
    @Schema(name = "MissingInterval")
    record Interval(
            @Schema(description = "First session missing.") LocalDate first,
            @Schema(description = "Last session missing.") LocalDate last,
            @Schema(description = "How many sessions.") int sessions) {}
}
