package io.lumia.recommendation.request;

import io.lumia.kernel.AsOf;
import io.lumia.market.AssetType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A checked question: what to hold. Assets are named as given, in upper case where they are symbols; which ones they mean is
 * for the snapshot to say. Sets are in order, so that the same question always reads the same.
 *
 * @param capital          to hold in all, in {@code currency}; what the present holdings are worth is part of it
 * @param preferredSectors as our books spell them
 * @param excludedAssets   symbols or ids
 * @param assetTypes       allowed ones, at least one
 * @param currency         ISO 4217
 * @param benchmark        symbol of what to compare with
 * @param asOf             up to when to look
 */
public record RecommendationRequest(
        BigDecimal capital,
        RiskTolerance riskTolerance,
        InvestmentHorizon horizon,
        Set<String> preferredSectors,
        Set<String> excludedAssets,
        Set<String> excludedSectors,
        Set<AssetType> assetTypes,
        DiversificationPreference diversification,
        EsgPreference esg,
        List<Holding> holdings,
        String currency,
        String benchmark,
        AsOf asOf) {

    public RecommendationRequest {
        preferredSectors = ordered(preferredSectors);
        excludedAssets = ordered(excludedAssets);
        excludedSectors = ordered(excludedSectors);
        assetTypes = ordered(assetTypes);
        holdings = List.copyOf(holdings);
    }

    private static <T extends Comparable<T>> Set<T> ordered(Set<T> set) {
        return java.util.Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }

    /** The same question as of another instant, as a backtest asks it. */
    public RecommendationRequest at(AsOf other, BigDecimal otherCapital, List<Holding> otherHoldings) {
        return new RecommendationRequest(
                otherCapital,
                riskTolerance,
                horizon,
                preferredSectors,
                excludedAssets,
                excludedSectors,
                assetTypes,
                diversification,
                esg,
                otherHoldings,
                currency,
                benchmark,
                other);
    }
}
