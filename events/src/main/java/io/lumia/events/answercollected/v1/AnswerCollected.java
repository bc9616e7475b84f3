package io.lumia.events.answercollected.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to the {@code load} queue: an item's collection ended; where there is an answer, it lies in the object store.
 *
 * @param provider    whose answer it is
 * @param outcome     a {@code ProviderAnswer} code, {@code fetched} when there is an object; {@code collect_failed} when we
 *                    failed ourselves
 * @param detail      the outcome's words for a person, empty when fetched
 * @param object      the raw answer, null unless fetched
 * @param source      identity and price basis of the answer, null unless fetched
 * @param collectedAt when the provider answered
 * @param attempts    which providers were asked, in order; null where that is not told
 * @param waitSeconds how long the provider wants us to wait; null unless throttled
 */
@Serdeable
public record AnswerCollected(
        UUID messageId,
        UUID runId,
        UUID itemId,
        String provider,
        String dataset,
        List<String> symbols,
        @Nullable LocalDate from,
        LocalDate to,
        String outcome,
        String detail,
        @Nullable StoredObject object,
        @Nullable AnswerSource source,
        Instant collectedAt,
        @Nullable List<ProviderAttempt> attempts,
        @Nullable Long waitSeconds) {

    /**
     * @param key    in the object store
     * @param sha256 of the content, lower-case hex
     * @param sizeBytes of the content
     */
    @Serdeable
    public record StoredObject(String key, String sha256, long sizeBytes, String contentType) {}

    /** The fields of {@code io.lumia.market.Source}. */
    @Serdeable
    public record AnswerSource(
            String provider,
            String name,
            Instant asOf,
            String priceBasis,
            String currency,
            String licence,
            String attribution) {}

    /**
     * One provider that was asked.
     *
     * @param calls   over the network
     * @param bytes   that came
     * @param seconds it took, waits included
     */
    @Serdeable
    public record ProviderAttempt(
            String provider, String outcome, String detail, int calls, long bytes, double seconds) {}
}
