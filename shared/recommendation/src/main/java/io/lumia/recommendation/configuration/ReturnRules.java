package io.lumia.recommendation.configuration;

import io.lumia.recommendation.request.InvestmentHorizon;
import java.util.Map;
import java.util.Objects;

/**
 * How expected returns follow from scores: Black-Litterman, with one view per asset. The view is the market's own opinion plus
 * {@code skill × volatility × z}, z being the score in standard deviations from its mean (R. Grinold, "Alpha is Volatility times
 * IC times Score", Journal of Portfolio Management 1994).
 *
 * @param skill            the information coefficient that we credit the scores with, by horizon: a small number
 * @param mostDeviations   z is cut to so many either way
 * @param marketRiskAversion excess return per variance that the market wants
 * @param tau              how uncertain the market's opinion is, relative to the covariance
 * @param leastConfidence  of a view, 0 to 1
 * @param mostConfidence   of a view
 * @param sessionsPerYear  by which daily figures are annualised
 * @param riskFreeSeries   observation series in percent a year, the first of which a value is known counts
 * @param riskFreeMaxDays  an older value is not counted
 */
public record ReturnRules(
        Map<InvestmentHorizon, Double> skill,
        double mostDeviations,
        double marketRiskAversion,
        double tau,
        double leastConfidence,
        double mostConfidence,
        double sessionsPerYear,
        java.util.List<String> riskFreeSeries,
        int riskFreeMaxDays) {

    public ReturnRules {
        skill = Map.copyOf(skill);
        riskFreeSeries = java.util.List.copyOf(riskFreeSeries);
    }

    public double skill(InvestmentHorizon horizon) {
        return Objects.requireNonNull(skill.get(horizon), "every horizon has its skill");
    }
}
