package io.lumia.signals.sentiment;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The scored texts about all assets at once, by a model of which the version is given, with when our books learned each. */
public interface MentionsOfMany {

    /** More texts than this in a stretch of time are an error, not an opinion. */
    int MAX_MENTIONS = 2_000_000;

    /** By the asset's key; of each asset by the instant from which they can be used, then by id. */
    Map<Integer, List<KnownMention>> of(Question question);

    /**
     * Which texts are wanted.
     *
     * @param modelVersion whose scores count
     * @param after        excluded: those that could be used earlier do not count any more
     * @param upTo         included
     * @param knownAt      only what had been collected, and was known to be about the asset, by then
     * @param scoredBy     a text whose score is later waits
     */
    record Question(String modelVersion, Instant after, Instant upTo, Instant knownAt, Instant scoredBy) {}

    /**
     * A text and what our books have besides.
     *
     * @param publisher  by which, with the provider, its credibility was judged
     * @param learnedAt  when article, link and score had all come in
     */
    record KnownMention(Mention mention, String provider, String publisher, Instant learnedAt) {}
}
