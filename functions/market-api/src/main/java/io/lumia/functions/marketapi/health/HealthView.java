package io.lumia.functions.marketapi.health;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the service is, part by part. */
@Serdeable
@Schema(
        name = "DetailedHealth",
        description =
                "up: all is well. degraded: it answers, but a queue is silent or has dead letters, or data is stale. down: no database.")
record HealthView(
        @Schema(allowableValues = {"up", "degraded", "down"})
        String status,

        Database database,
        List<QueueDepth> queues,

        @Schema(
                description =
                        "Per calendar, whether the newest bars are those of the last session; empty where the database is down.")
        List<Freshness> freshness) {

    /** That the function answers. */
    @Serdeable
    @Schema(name = "Health")
    record Answering(@Schema(allowableValues = {"up"}) String status) {}

    @Serdeable
    @Schema(name = "DatabaseHealth")
    record Database(
            @Schema(allowableValues = {"up", "down"}) String status,

            @Schema(description = "How long a query that reads nothing took; null where it is down.") @Nullable
            Double latencyMs) {}

    /** How new the bars of one calendar's assets are. */
    @Serdeable
    @Schema(name = "DataFreshness", description = "How new the bars of the active assets of one calendar are.")
    record Freshness(
            @Schema(allowableValues = {"united_states", "weekdays", "daily"})
            String calendar,

            @Schema(description = "The last session that has closed and must have brought bars.")
            LocalDate lastSession,

            @Schema(description = "Active assets with bars.")
            int assets,

            @Schema(description = "Those with a bar of the last session.")
            int fresh,

            @Schema(description = "Those without.") int stale,

            @Schema(description = "Fresh divided by assets, a fraction.")
            double freshness,

            @Schema(description = "Newest bar of any of them; null where none lies within the last 10 days.") @Nullable
            LocalDate newestBar,

            @Schema(description = "Some that are stale, by symbol, at most 10.")
            List<String> staleExamples) {}
}
