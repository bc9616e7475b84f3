package io.lumia.recommendation.record;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.market.AssetType;
import io.lumia.recommendation.request.Choice;
import io.lumia.recommendation.request.DiversificationPreference;
import io.lumia.recommendation.request.EsgPreference;
import io.lumia.recommendation.request.Holding;
import io.lumia.recommendation.request.InvestmentHorizon;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RiskTolerance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request in its one form: nothing is left out, sets are in order, numbers have no zeros at their end. Two requests that mean
 * the same are the same document.
 *
 * @param asOf null where the document is to say the same whenever it is asked
 */
public record RequestDocument(
        BigDecimal capital,
        String riskTolerance,
        String investmentHorizon,
        List<String> preferredSectors,
        List<String> excludedAssets,
        List<String> excludedSectors,
        List<String> assetTypes,
        String diversificationPreference,
        String esgPreference,
        List<HeldDocument> currentHoldings,
        String currency,
        String benchmark,
        @Nullable Instant asOf) {

    public RequestDocument {
        preferredSectors = List.copyOf(preferredSectors);
        excludedAssets = List.copyOf(excludedAssets);
        excludedSectors = List.copyOf(excludedSectors);
        assetTypes = List.copyOf(assetTypes);
        currentHoldings = List.copyOf(currentHoldings);
    }

    /** What somebody owns of an asset. */
    public record HeldDocument(String asset, BigDecimal shares) {}

    public static RequestDocument of(RecommendationRequest request) {
        return new RequestDocument(
                plain(request.capital()),
                request.riskTolerance().code(),
                request.horizon().code(),
                List.copyOf(request.preferredSectors()),
                List.copyOf(request.excludedAssets()),
                List.copyOf(request.excludedSectors()),
                request.assetTypes().stream().map(AssetType::code).toList(),
                request.diversification().code(),
                request.esg().code(),
                request.holdings().stream()
                        .map(holding -> new HeldDocument(holding.asset(), plain(holding.shares())))
                        .toList(),
                request.currency(),
                request.benchmark(),
                request.asOf().instant());
    }

    /** The question without its time. */
    public RequestDocument timeless() {
        return new RequestDocument(
                capital,
                riskTolerance,
                investmentHorizon,
                preferredSectors,
                excludedAssets,
                excludedSectors,
                assetTypes,
                diversificationPreference,
                esgPreference,
                currentHoldings,
                currency,
                benchmark,
                null);
    }

    /** The request again, as it was accepted: what is refused today may have been allowed then. */
    public RecommendationRequest request(AsOf time) {
        return new RecommendationRequest(
                capital,
                chosen("risk_tolerance", riskTolerance, RiskTolerance.class),
                chosen("investment_horizon", investmentHorizon, InvestmentHorizon.class),
                new TreeSet<>(preferredSectors),
                new TreeSet<>(excludedAssets),
                new TreeSet<>(excludedSectors),
                types(),
                chosen("diversification_preference", diversificationPreference, DiversificationPreference.class),
                chosen("esg_preference", esgPreference, EsgPreference.class),
                currentHoldings.stream()
                        .map(held -> new Holding(held.asset(), held.shares()))
                        .toList(),
                currency,
                benchmark,
                time);
    }

    private Set<AssetType> types() {
        return assetTypes.stream().map(AssetType::parse).collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E> & Choice> E chosen(String path, String code, Class<E> type) {
        return Choice.find(type, code).orElseThrow(() -> AppException.invalid(path, code, Choice.allowed(type)));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
