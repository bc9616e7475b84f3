package io.lumia.recommendation.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An answer with all that it follows from: request, snapshot, configuration, engine and seed give it again.
 *
 * @param actor          who asked
 * @param request        {@link RequestDocument} as text, as of {@code asOf}
 * @param snapshotId     hash over the rows that it was made of
 * @param asOf           up to when was looked
 * @param knownAt        by when our books had learned what was looked at
 * @param session        of the prices
 * @param sentimentModel version whose scores counted; empty where nothing was scored
 * @param configuration  version of the engine's numbers
 * @param engine         version of the engine's rules
 * @param variant        which of the configurations on trial the actor had on that day: a for the first one
 * @param seed           of the projection's paths
 * @param answer         the advice as text
 * @param resultHash     SHA-256 in hex over the answer without {@code as_of} and {@code known_at}
 */
public record StoredRecommendation(
        UUID id,
        String actor,
        Instant createdAt,
        String request,
        String snapshotId,
        Instant asOf,
        Instant knownAt,
        LocalDate session,
        String sentimentModel,
        String configuration,
        String engine,
        String variant,
        long seed,
        Outcome outcome,
        String answer,
        String resultHash) {}
