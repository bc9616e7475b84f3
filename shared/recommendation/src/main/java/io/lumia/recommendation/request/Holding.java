package io.lumia.recommendation.request;

import java.math.BigDecimal;

/**
 * What somebody owns of an asset.
 *
 * @param asset  symbol or id, as given
 * @param shares above zero
 */
public record Holding(String asset, BigDecimal shares) {}
