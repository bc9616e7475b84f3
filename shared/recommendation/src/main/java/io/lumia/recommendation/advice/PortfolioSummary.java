package io.lumia.recommendation.advice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio as a whole, cash included. Figures of the past are those of these weights, held constant, over the common days of
 * the look-back.
 *
 * @param expectedReturn        a year, the risk-free rate included, before costs
 * @param portfolioRisk         volatility a year by the shrunk covariance
 * @param sharpeRatio           (expected return - risk-free rate) / risk
 * @param diversificationScore  1 - Σ (share of risk)²: 0 for one asset, near 1 where many share the risk alike
 * @param diversificationRatio  weighted mean of the assets' volatilities / portfolio volatility
 * @param valueAtRisk           loss of a day that is exceeded on one of twenty days, a fraction
 * @param conditionalValueAtRisk mean loss of the worst twentieth of days
 * @param beta                  null where the benchmark has too few common days
 * @param maxDrawdown           deepest fall in the look-back, zero or below
 * @param marketShock           what an assumed fall of the benchmark would cost by beta; null without a beta
 * @param tradingCost           of getting there, in the capital's currency
 * @param residual              of the optimality conditions
 * @param binding               limits that hold with equality
 */
public record PortfolioSummary(
        double expectedReturn,
        double portfolioRisk,
        double volatilityCap,
        double sharpeRatio,
        double riskFree,
        double diversificationScore,
        double diversificationRatio,
        double valueAtRisk,
        double conditionalValueAtRisk,
        @Nullable Double beta,
        String benchmark,
        double maxDrawdown,
        List<Stress> stress,
        @Nullable Shock marketShock,
        BigDecimal invested,
        Cash cash,
        BigDecimal tradingCost,
        double turnover,
        int commonDays,
        LocalDate commonFrom,
        double covarianceShrinkage,
        double residual,
        List<String> binding) {

    public PortfolioSummary {
        stress = List.copyOf(stress);
        binding = List.copyOf(binding);
    }

    /**
     * A stretch of the past.
     *
     * @param covered     whether the look-back has it; the figures are null where not
     * @param totalReturn a fraction
     * @param maxDrawdown inside it, zero or below
     */
    public record Stress(
            String name,
            LocalDate from,
            LocalDate to,
            boolean covered,
            @Nullable Double totalReturn,
            @Nullable Double maxDrawdown) {}

    /** @param benchmarkReturn assumed
     *  @param portfolioReturn beta × that */
    public record Shock(double benchmarkReturn, double portfolioReturn) {}

    /** @param reason why it is left */
    public record Cash(BigDecimal amount, double percentage, String reason) {}
}
