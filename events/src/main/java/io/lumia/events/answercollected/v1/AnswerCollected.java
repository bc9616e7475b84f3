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
 * @param outcome     a {@code ProviderAnswer} code; {@code fetched} when there is an object
 * @param detail      the outcome's words for a person, empty when fetched
 * @param object      the raw answer, null unless fetched
 * @param source      identity and price basis of the answer, null unless fetched
 * @param collectedAt when the provider answered
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
        Instant collectedAt) {

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
}
