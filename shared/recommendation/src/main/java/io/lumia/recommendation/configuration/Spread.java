package io.lumia.recommendation.configuration;

/**
 * How far to spread.
 *
 * @param maximumWeight  of an asset
 * @param maximumSector  of the assets of a sector together
 * @param minimumWeight  smaller positions are not worth having
 * @param minimumAssets  fewer than this cannot be spread so
 * @param maximumAssets  more than this nobody wants to look after
 */
public record Spread(
        double maximumWeight, double maximumSector, double minimumWeight, int minimumAssets, int maximumAssets) {}
