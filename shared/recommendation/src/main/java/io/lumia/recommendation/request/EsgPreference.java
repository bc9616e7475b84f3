package io.lumia.recommendation.request;

/**
 * Whether the attribute {@value #ATTRIBUTE} of an asset, 0 to 100, counts. Where a source gives none, the answer says so; it is
 * never guessed.
 */
public enum EsgPreference implements Choice {
    /** It does not count. */
    NONE,
    /** A higher one lifts an asset's score a little. */
    PREFER,
    /** Only assets that have at least the configured one. */
    REQUIRE;

    public static final String ATTRIBUTE = "esg_score";
}
