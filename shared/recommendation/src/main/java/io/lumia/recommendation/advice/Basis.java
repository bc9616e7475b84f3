package io.lumia.recommendation.advice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an answer was made from; with the request it is enough to make it again.
 *
 * @param snapshotId    hash over the exact rows and when our books learned them
 * @param session       of the prices
 * @param asOf          up to when was looked
 * @param knownAt       by when our books had learned what was looked at
 * @param configuration version of the engine's numbers
 * @param engine        version of the engine's rules
 * @param seed          of the projection's paths
 * @param universe      what became of the assets
 * @param sentimentModel version; empty where nothing was scored
 */
public record Basis(
        String snapshotId,
        LocalDate session,
        Instant asOf,
        Instant knownAt,
        String configuration,
        String engine,
        long seed,
        UniverseReport universe,
        String sentimentModel) {

    /**
     * @param considered assets with prices that our books know
     * @param eligible   of them, those that could be recommended
     * @param exclusions how many each reason excluded, by its code, in the order in which reasons are tried
     * @param words      the same in words
     */
    public record UniverseReport(int considered, int eligible, Map<String, Integer> exclusions, List<String> words) {
        public UniverseReport {
            exclusions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(exclusions));
            words = List.copyOf(words);
        }
    }
}
