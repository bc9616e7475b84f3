package io.lumia.functions.collectionapi.job;

import io.lumia.collection.JobAnalytics.JobNumbers;
import io.lumia.web.http.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a job has done. */
@Serdeable
@Schema(name = "JobAnalytics", description = "How a job has done, by the runs that began in the days asked for.")
record AnalyticsView(
        String job,
        int days,
        @Schema(description = "Since when runs count.") Instant since,
        @Schema(description = "Runs by status.") Map<String, Integer> runs,

        @Schema(
                description =
                        "Runs that succeeded divided by those that ended on their own, a fraction: skipped, cancelled and running ones do not count. Null without any.")
        @Nullable
        Double successRate,

        @Schema(description = "Seconds of runs that ended on their own; null without any.") @Nullable
        Durations seconds,

        @Schema(description = "Items that ended, by outcome.")
        Map<String, Integer> items,

        @Schema(description = "Rows that were new or revised.")
        long rowsLoaded,

        long rowsUnchanged,
        @Schema(description = "Rows set aside.") long rowsQuarantined,
        @Schema(description = "Calls to providers.") long calls,

        @Schema(description = "Bytes of their answers, decompressed.")
        long bytes,

        @Schema(description = "Items that each provider answered.")
        Map<String, Integer> providers,

        @Schema(description = "End of the newest run that succeeded, whenever that was; null if none did.") @Nullable
        Instant lastSuccessAt,

        @Schema(description = "End of the newest item that changed our books, whenever that was; null if none did.")
        @Nullable
        Instant lastLoadedAt,

        @Schema(description = "Freshness: seconds since then.") @Nullable
        Long loadedSecondsAgo) {

    /** Percentiles, interpolated between neighbouring runs. */
    @Serdeable
    @Schema(name = "RunSeconds")
    record Durations(
            @Schema(description = "Half of the runs took no longer.")
            double p50,

            @Schema(description = "95 of a hundred took no longer.")
            double p95,

            @Schema(description = "The longest.") double max) {}

    static AnalyticsView of(String job, int days, Instant since, JobNumbers numbers, Instant now) {
        Instant loaded = numbers.lastLoadedAt();
        Double rate = numbers.successRate();
        return new AnalyticsView(
                job,
                days,
                since,
                new TreeMap<>(numbers.runsByStatus()),
                rate == null ? null : Decimals.rounded(rate),
                durations(numbers),
                new TreeMap<>(numbers.itemsByOutcome()),
                numbers.rowsLoaded(),
                numbers.rowsUnchanged(),
                numbers.rowsQuarantined(),
                numbers.calls(),
                numbers.bytes(),
                new TreeMap<>(numbers.providersUsed()),
                numbers.lastSuccessAt(),
                loaded,
                loaded == null ? null : Duration.between(loaded, now).toSeconds());
    }

    private static @Nullable Durations durations(JobNumbers numbers) {
        Double p50 = numbers.secondsP50();
        Double p95 = numbers.secondsP95();
        Double max = numbers.secondsMax();
        return p50 == null || p95 == null || max == null
                ? null
                : new Durations(Decimals.rounded(p50), Decimals.rounded(p95), Decimals.rounded(max));
    }
}
