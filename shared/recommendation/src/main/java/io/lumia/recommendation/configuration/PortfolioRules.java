package io.lumia.recommendation.configuration;

import io.lumia.recommendation.request.DiversificationPreference;
import io.lumia.recommendation.request.InvestmentHorizon;
import io.lumia.recommendation.request.RiskTolerance;
import java.util.Map;
import java.util.Objects;

/**
 * How a portfolio is made of expected returns.
 *
 * @param risks           by risk tolerance
 * @param spreads         by diversification preference
 * @param horizonMonths   by horizon: over so long trading costs are spread, and a projection goes
 * @param bestCandidates  so many assets of the highest scores may be held
 * @param calmCandidates  and so many of the least volatility among those of at least the median score
 * @param linearCost      part of a traded amount that is lost, each way: spread and fees
 * @param pruningRounds   at most so often small positions are dropped and the rest is optimised again
 * @param exactShareNodes so many choices of whole shares are looked at before the best one so far is taken
 */
public record PortfolioRules(
        Map<RiskTolerance, RiskLimits> risks,
        Map<DiversificationPreference, Spread> spreads,
        Map<InvestmentHorizon, Integer> horizonMonths,
        int bestCandidates,
        int calmCandidates,
        double linearCost,
        int pruningRounds,
        long exactShareNodes) {

    public PortfolioRules {
        risks = Map.copyOf(risks);
        spreads = Map.copyOf(spreads);
        horizonMonths = Map.copyOf(horizonMonths);
    }

    public RiskLimits risk(RiskTolerance risk) {
        return Objects.requireNonNull(risks.get(risk), "every level has its limits");
    }

    public Spread spread(DiversificationPreference preference) {
        return Objects.requireNonNull(spreads.get(preference), "every preference has its limits");
    }

    public int months(InvestmentHorizon horizon) {
        return Objects.requireNonNull(horizonMonths.get(horizon), "every horizon has its months");
    }
}
