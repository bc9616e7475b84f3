package io.lumia.sentiment.transformer.benchmark;

/**
 * What scores per entity are worth on headlines of one kind.
 *
 * @param pairs  of a headline and an entity that it names
 * @param unnamed  labelled entities that the headline does not spell so; they are in no other figure
 * @param accuracyWhole  of the headline's own score, taken for each of its entities
 * @param accuracyEntity  of the entity's score
 * @param coverage  share of the pairs whose entity score is not withheld
 * @param accuracyAnswered  of those
 */
public record EntityBenchmarkResult(
        String headlines,
        int texts,
        int pairs,
        int unnamed,
        double accuracyWhole,
        double accuracyEntity,
        double coverage,
        double accuracyAnswered) {}
