package io.lumia.events.sentimentscored.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event: what is written about these assets has other scores from these instants on.
 *
 * @param eventId      same for every delivery of this event
 * @param modelVersion by which the scores were made
 * @param assets       1 to 1,000
 * @param scoredAt     when our books took the scores in
 */
@Serdeable
public record SentimentScored(UUID eventId, String modelVersion, List<ScoredAsset> assets, Instant scoredAt) {

    /** @param usableFrom the earliest instant at which one of the articles could have been used */
    @Serdeable
    public record ScoredAsset(UUID assetId, Instant usableFrom) {}
}
