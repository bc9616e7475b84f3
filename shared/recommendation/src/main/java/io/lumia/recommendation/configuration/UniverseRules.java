package io.lumia.recommendation.configuration;

/**
 * What an asset must have to be considered.
 *
 * @param lookbackSessions     of prices that are read, covariances and drawdowns are made of; about three years
 * @param minimumSessions      bars in the look-back
 * @param staleSessions        the newest bar may be so many sessions old
 * @param healthSessions       the last so many sessions decide about health
 * @param minimumHealth        of these, the fraction that has a bar which nothing was doubted of
 * @param minimumDollarVolume  mean of close × volume of the last 20 bars
 * @param minimumMarketCap     shares outstanding as last reported × close; an asset without a reported number of shares, such as
 *                             a fund, is not measured by it
 * @param minimumEsg           of {@code esg_preference: require}, 0 to 100
 * @param minimumAssets        fewer than this that can be considered, and nothing is recommended
 */
public record UniverseRules(
        int lookbackSessions,
        int minimumSessions,
        int staleSessions,
        int healthSessions,
        double minimumHealth,
        double minimumDollarVolume,
        double minimumMarketCap,
        double minimumEsg,
        int minimumAssets) {}
