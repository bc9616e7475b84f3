package io.lumia.recommendation.request;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as somebody wrote it; null where they said nothing. {@link RequestCheck} makes a {@link RecommendationRequest} of it.
 *
 * @param asOf an RFC 3339 instant, or a day whose close is meant
 */
public record RequestDraft(
        @Nullable BigDecimal capital,
        @Nullable String riskTolerance,
        @Nullable String investmentHorizon,
        @Nullable List<String> preferredSectors,
        @Nullable List<String> excludedAssets,
        @Nullable List<String> excludedSectors,
        @Nullable List<String> assetTypes,
        @Nullable String diversificationPreference,
        @Nullable String esgPreference,
        @Nullable List<HoldingDraft> currentHoldings,
        @Nullable String currency,
        @Nullable String benchmark,
        @Nullable String asOf) {

    /** A line of the present holdings as somebody wrote it. */
    public record HoldingDraft(
            @Nullable String asset, @Nullable BigDecimal shares) {}
}
