package io.lumia.signals.sentiment;

import io.lumia.kernel.AppException;
import java.time.Instant;
import java.util.UUID;

/**
 * A scored text about an asset.
 *
 * @param articleId   as others see it
 * @param usableFrom  from when it may be counted
 * @param social      whether it is a post
 * @param credibility of its source, from 0 to 1: {@link SourceCredibility}
 * @param relevance   how much it is about the asset, from 0 to 1
 * @param confidence  of the score, a fraction; 0 where it abstained
 * @param score       p(positive) − p(negative) for the asset where its words name it, else of the whole text; from −1 to 1
 * @param abstained   whether there is no score that could be relied on: it enters no average
 */
public record Mention(
        UUID articleId,
        Instant usableFrom,
        boolean social,
        double credibility,
        double relevance,
        double confidence,
        double score,
        boolean abstained) {

    public Mention {
        requireFraction("credibility", credibility);
        requireFraction("relevance", relevance);
        requireFraction("confidence", confidence);
        if (!(score >= -1 && score <= 1)) {
            throw AppException.invalid("score", score, "-1 to 1");
        }
    }

    /** How much it counts, before age takes from it. */
    double weight() {
        return credibility * relevance * confidence;
    }

    private static void requireFraction(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw AppException.invalid(field, value, "0 to 1");
        }
    }
}
