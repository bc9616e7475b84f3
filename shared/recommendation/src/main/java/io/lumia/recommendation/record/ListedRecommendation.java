package io.lumia.recommendation.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A {@link StoredRecommendation} without its answer, which is long. */
public record ListedRecommendation(
        UUID id,
        Instant createdAt,
        String request,
        String snapshotId,
        Instant asOf,
        LocalDate session,
        String configuration,
        String variant,
        Outcome outcome,
        String resultHash) {}
