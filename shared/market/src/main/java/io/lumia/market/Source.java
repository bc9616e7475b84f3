package io.lumia.market;

import java.time.Instant;

/**
 * Where facts came from: one provider's answer set with one price basis.
 *
 * @param provider   adapter name, such as {@code bundle}
 * @param name       the provider's own name of the set, such as a bundle's name
 * @param asOf       the instant up to which the set knows; splits up to it are inside adjusted prices
 * @param priceBasis what was done to its prices
 * @param currency   default currency
 * @param licence    as the source words it
 * @param attribution who must be named
 */
public record Source(
        String provider,
        String name,
        Instant asOf,
        PriceBasis priceBasis,
        String currency,
        String licence,
        String attribution) {}
