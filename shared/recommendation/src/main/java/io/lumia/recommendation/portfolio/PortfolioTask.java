package io.lumia.recommendation.portfolio;

import io.lumia.market.AssetType;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.optimise.GroupLimit;
import io.lumia.quant.optimise.Limits;
import io.lumia.quant.optimise.PortfolioProblem;
import io.lumia.quant.optimise.Trading;
import io.lumia.recommendation.configuration.PortfolioRules;
import io.lumia.recommendation.configuration.RiskLimits;
import io.lumia.recommendation.configuration.Spread;
import io.lumia.recommendation.request.RecommendationRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the portfolio must meet, for any part of the candidates.
 *
 * @param expectedReturns by candidate, a year
 * @param covariance      of the candidates, a year
 * @param costPerYear     part of a traded weight that is lost, spread over the horizon
 */
record PortfolioTask(
        List<Candidate> candidates,
        double[] expectedReturns,
        SymmetricMatrix covariance,
        Spread spread,
        RiskLimits risk,
        double costPerYear) {

    private static final double MONTHS_PER_YEAR = 12;

    /** The group of crypto assets, whose weight the level of risk limits. */
    private static final String CRYPTO = "crypto";

    static PortfolioTask of(
            List<Candidate> candidates,
            double[] expectedReturns,
            SymmetricMatrix covariance,
            RecommendationRequest request,
            PortfolioRules rules) {
        double years = rules.months(request.horizon()) / MONTHS_PER_YEAR;
        return new PortfolioTask(
                candidates,
                expectedReturns,
                covariance,
                rules.spread(request.diversification()),
                rules.risk(request.riskTolerance()),
                rules.linearCost() / years);
    }

    /** The problem of holding some of the candidates only. @param members their positions, ascending */
    PortfolioProblem problem(int[] members) {
        List<String> symbols =
                Arrays.stream(members).mapToObj(i -> candidates.get(i).symbol()).toList();
        double[] returns =
                Arrays.stream(members).mapToDouble(i -> expectedReturns[i]).toArray();
        return new PortfolioProblem(symbols, returns, part(members), limits(members), trading(members));
    }

    private SymmetricMatrix part(int[] members) {
        double[] values = new double[members.length * members.length];
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j < members.length; j++) {
                values[i * members.length + j] = covariance.at(members[i], members[j]);
            }
        }
        return SymmetricMatrix.ofRowMajor(members.length, values);
    }

    private Limits limits(int[] members) {
        Map<String, List<Integer>> sectors = new TreeMap<>();
        List<Integer> crypto = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            Candidate candidate = candidates.get(members[i]);
            if (!candidate.asset().sector().isEmpty()) {
                sectors.computeIfAbsent(candidate.asset().sector(), _ -> new ArrayList<>())
                        .add(i);
            }
            if (candidate.asset().definition().type() == AssetType.CRYPTO) {
                crypto.add(i);
            }
        }
        Limits limits = Limits.between(members.length, 0, spread.maximumWeight());
        for (var sector : sectors.entrySet()) {
            limits = limits.withGroup(new GroupLimit(
                    sector.getKey(), sector.getValue(), Double.NEGATIVE_INFINITY, spread.maximumSector()));
        }
        return crypto.isEmpty()
                ? limits
                : limits.withGroup(new GroupLimit(CRYPTO, crypto, Double.NEGATIVE_INFINITY, risk.maximumCrypto()));
    }

    private Trading trading(int[] members) {
        double[] held = Arrays.stream(members)
                .mapToDouble(i -> candidates.get(i).held())
                .toArray();
        boolean holdsSome = Arrays.stream(held).anyMatch(weight -> weight > 0);
        return holdsSome ? Trading.from(held).withLinearCost(costPerYear) : Trading.free(members.length);
    }
}
