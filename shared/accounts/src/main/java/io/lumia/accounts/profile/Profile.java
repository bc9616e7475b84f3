package io.lumia.accounts.profile;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody likes. Nothing of it need be said.
 *
 * @param riskTolerance    null where he did not say
 * @param horizon          likewise
 * @param preferredSectors as our books spell them
 * @param excludedAssets   symbols in upper case or ids in lower case
 */
public record Profile(
        @Nullable RiskTolerance riskTolerance,
        @Nullable InvestmentHorizon horizon,
        Set<String> preferredSectors,
        Set<String> excludedAssets) {

    /** Of who has said nothing yet. */
    public static final Profile EMPTY = new Profile(null, null, Set.of(), Set.of());

    public Profile {
        preferredSectors = Collections.unmodifiableSet(new TreeSet<>(preferredSectors));
        excludedAssets = Collections.unmodifiableSet(new TreeSet<>(excludedAssets));
    }
}
