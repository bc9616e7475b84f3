package io.lumia.recommendation.advice;

import io.lumia.kernel.AssetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One asset of the portfolio.
 *
 * @param sector         null where it has none
 * @param expectedReturn a year, above the risk-free rate
 * @param whatWouldChange empty for smaller positions
 */
public record Position(
        AssetId assetId,
        String symbol,
        String name,
        String assetType,
        @Nullable String sector,
        Allocation allocation,
        double expectedReturn,
        Rationale rationale,
        Evidence evidence,
        AssetRisk risk,
        List<Counterfactual> whatWouldChange) {

    public Position {
        whatWouldChange = List.copyOf(whatWouldChange);
    }

    /**
     * @param percentage of the capital, a fraction
     * @param target     before whole shares
     * @param amount     shares × price, exact
     * @param change     shares to buy, or to sell where below zero, against the present holdings
     */
    public record Allocation(
            double percentage,
            double target,
            BigDecimal amount,
            long shares,
            BigDecimal change,
            BigDecimal price,
            LocalDate priceDate) {}

    /**
     * Why it is held. The contributions and the preference sum to the overall score.
     *
     * @param overall     0 to 1, and what preferences add
     * @param confidence  0 to 1
     * @param technical   0 to 1; null where nothing is known
     * @param rank        1 for the best overall score of the universe
     */
    public record Rationale(
            double overall,
            double confidence,
            @Nullable Double technical,
            @Nullable Double sentiment,
            @Nullable Double fundamental,
            int rank,
            double preference,
            List<ScoreContribution> contributions,
            List<String> words) {
        public Rationale {
            contributions = List.copyOf(contributions);
            words = List.copyOf(words);
        }
    }

    /**
     * @param feature      its code
     * @param part         technical, sentiment or fundamental
     * @param value        of the feature, in its unit
     * @param percentile   among the universe and the sector, 0 worst, 1 best
     * @param weight       of the feature in the overall score
     * @param contribution weight × percentile
     */
    public record ScoreContribution(
            String feature, String part, double value, double percentile, double weight, double contribution) {}

    /**
     * The rows behind it.
     *
     * @param signalRow symbol and date of the signal row, as {@code GET /signals/{id}} shows it
     * @param articles  ids of the texts behind the sentiment, heaviest first
     * @param facts     {@code metric period_end reported_at} of the reports
     */
    public record Evidence(String signalRow, List<UUID> articles, List<String> facts) {
        public Evidence {
            articles = List.copyOf(articles);
            facts = List.copyOf(facts);
        }
    }

    /**
     * Over the common days of the look-back.
     *
     * @param beta               against the benchmark; null where it has too few common days
     * @param volatility         a year
     * @param sharpe             historical, a year, against the risk-free rate
     * @param contributionToRisk share of the portfolio's volatility; all sum to one
     */
    public record AssetRisk(@Nullable Double beta, double volatility, double sharpe, double contributionToRisk) {}

    /**
     * Where the verdict would turn, all else being equal: computed by optimising again without the asset.
     *
     * @param subject   what would have to change
     * @param now       its value
     * @param threshold beyond which the asset would no longer be held
     */
    public record Counterfactual(String subject, double now, double threshold, String words) {}
}
