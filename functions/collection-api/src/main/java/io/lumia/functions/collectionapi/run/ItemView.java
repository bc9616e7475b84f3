package io.lumia.functions.collectionapi.run;

import io.lumia.collection.Attempt;
import io.lumia.collection.Item;
import io.lumia.collection.ItemHistory;
import io.lumia.web.http.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request of a run and what came of it. */
@Serdeable
@Schema(name = "CollectionItem", description = "One request of a run and what came of it.")
record ItemView(
        UUID id,
        String dataset,

        @Schema(description = "As the provider spells them.")
        List<String> symbols,

        @Schema(description = "First date asked for; null for all there is.") @Nullable
        LocalDate from,

        @Schema(description = "Last date asked for.") LocalDate to,

        @Schema(
                description = "Where it stands.",
                allowableValues = {"planned", "asked", "loaded", "unchanged", "empty", "failed"})
        String status,

        @Schema(description = "How it ended: a provider's answer or an error code; null before the end.") @Nullable
        String outcome,

        @Schema(description = "The outcome's words for a person; null before the end.") @Nullable
        String detail,

        @Schema(description = "Who is asked first.") String provider,

        @Schema(description = "Whose answer it is; null before the end or without one.") @Nullable
        String providerUsed,

        @Schema(description = "Who was asked, in that order, and what came of it.")
        List<AttemptView> attempts,

        @Schema(description = "Calls to all providers together.")
        int calls,

        @Schema(description = "Bytes of their answers, decompressed.")
        long bytes,

        @Schema(description = "From the first call to the last one's end of each provider, together.")
        double callSeconds,

        @Schema(description = "How often it was asked for.") int asks,

        @Schema(description = "It is asked for again then, because its provider wants us to wait; null otherwise.")
        @Nullable
        Instant notBefore,

        @Schema(description = "When it was asked for last; null before.") @Nullable
        Instant askedAt,

        @Schema(description = "Null while it is awaited.") @Nullable
        Instant endedAt,

        @Schema(description = "From the last asking to the end; null while it is awaited.") @Nullable
        Double seconds,

        long rowsReceived,

        @Schema(description = "Rows that were new or revised.")
        long rowsLoaded,

        long rowsUnchanged,

        @Schema(description = "Rows set aside, by reason.") Map<String, Long> quarantined) {

    private static final double MILLIS_PER_SECOND = 1_000;

    /** One provider that was asked. */
    @Serdeable
    @Schema(name = "CollectionAttempt")
    record AttemptView(
            String provider,

            @Schema(description = "A provider's answer, such as loaded, throttled, unreachable.")
            String outcome,

            @Schema(description = "For a person; may be empty.")
            String detail,

            int calls,
            long bytes,
            @Schema(description = "Waits included.") double seconds) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.provider(),
                    attempt.outcome(),
                    attempt.detail(),
                    attempt.calls(),
                    attempt.bytes(),
                    attempt.seconds());
        }
    }

    static ItemView of(ItemHistory history) {
        Item item = history.item();
        return new ItemView(
                item.id(),
                item.dataset().code(),
                item.symbols(),
                item.from(),
                item.to(),
                item.status().code(),
                item.outcome(),
                item.detail(),
                history.provider(),
                item.collecting().provider(),
                item.collecting().attempts().stream().map(AttemptView::of).toList(),
                item.collecting().calls(),
                item.collecting().bytes(),
                Decimals.rounded(item.collecting().seconds()),
                history.attempts(),
                item.notBefore(),
                history.askedAt(),
                history.endedAt(),
                seconds(history.askedAt(), history.endedAt()),
                history.rowsReceived(),
                history.rowsLoaded(),
                history.rowsUnchanged(),
                new TreeMap<>(history.quarantined()));
    }

    private static @Nullable Double seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis() / MILLIS_PER_SECOND;
    }
}
