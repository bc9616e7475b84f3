package io.lumia.news.link;

import java.util.List;

/**
 * How much a text is about an asset. Ours, chosen so that it can be explained:
 *
 * <pre>
 * relevance = strength × (0.4 place + 0.3 frequency + 0.3 share)
 * strength  = of the best mention, by {@link NameForm}; × 0.25 for a broker whose rating the text tells, × 0.5 for the place
 *             where something was said ("on Twitter")
 * place     = in the title 1 at its beginning to 0.5 at its end; in the body 0.4 to 0
 * frequency = 1 − 0.5^n of n mentions
 * share     = n / the mentions of all companies
 * </pre>
 *
 * A provider that names the same asset adds 0.1, at most to 1. An asset that only the provider names has 0.3.
 */
final class Relevance {

    static final double PLACE_WEIGHT = 0.4;
    static final double FREQUENCY_WEIGHT = 0.3;
    static final double SHARE_WEIGHT = 0.3;
    static final double RATING_SOURCE_FACTOR = 0.25;
    static final double VENUE_FACTOR = 0.5;
    static final double PROVIDER_BONUS = 0.1;
    static final double PROVIDER_ONLY = 0.3;

    private static final double TITLE_END = 0.5;
    private static final double BODY_START = 0.4;

    private Relevance() {}

    /** A mention with what dampens it. */
    record Weighed(double strength, double place) {}

    static double of(List<Weighed> mentions, int allMentions, boolean providerAgrees) {
        double strength = 0;
        double place = 0;
        for (Weighed mention : mentions) {
            strength = Math.max(strength, mention.strength());
            place = Math.max(place, mention.place());
        }
        double frequency = 1 - Math.pow(0.5, mentions.size());
        double share = (double) mentions.size() / Math.max(1, allMentions);
        double relevance =
                strength * (PLACE_WEIGHT * place + FREQUENCY_WEIGHT * frequency + SHARE_WEIGHT * Math.min(1, share));
        return Math.min(1, relevance + (providerAgrees ? PROVIDER_BONUS : 0));
    }

    static double place(Evidence.Field field, int start, int length) {
        double passed = (double) start / Math.max(1, length);
        return switch (field) {
            case TITLE -> 1 - (1 - TITLE_END) * passed;
            case BODY -> BODY_START * (1 - passed);
        };
    }
}
