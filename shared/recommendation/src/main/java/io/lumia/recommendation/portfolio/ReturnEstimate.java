package io.lumia.recommendation.portfolio;

import io.lumia.quant.moments.CovarianceEstimate;
import io.lumia.quant.moments.LedoitWolf;
import io.lumia.quant.optimise.BlackLitterman;
import io.lumia.quant.optimise.BlackLitterman.Confidence;
import io.lumia.quant.optimise.BlackLitterman.View;
import io.lumia.recommendation.configuration.ReturnRules;
import io.lumia.recommendation.request.InvestmentHorizon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is expected of the candidates in a year, above the risk-free rate, and how sure that is.
 *
 * <p>The covariance is Ledoit and Wolf's, shrunk to a constant variance. The market's opinion is what makes its capitalisation
 * weights optimal; an asset without a known capitalisation has no weight in that market, and its implied return is what its
 * covariance with it asks for. Where none is known the candidates weigh alike in it. Each asset's score is a view,
 * {@code implied + skill × volatility × deviations}, as sure as the score is.
 *
 * @param implied    by candidate, what the market expects
 * @param views      what the score alone would say
 * @param expected   after the views
 * @param perScorePoint by candidate, how far its expectation moves for one more of its overall score
 * @param equalMarket whether no capitalisation was known
 */
public record ReturnEstimate(
        CommonReturns common,
        CovarianceEstimate covariance,
        double[] implied,
        double[] views,
        double[] expected,
        double[] perScorePoint,
        boolean equalMarket) {

    public static ReturnEstimate of(
            List<Candidate> candidates,
            CommonReturns common,
            CovarianceEstimate covariance,
            ReturnRules rules,
            InvestmentHorizon horizon) {
        double[] caps = candidates.stream()
                .mapToDouble(candidate -> known(candidate.features().marketCap()))
                .toArray();
        boolean equal = Arrays.stream(caps).sum() == 0;
        if (equal) {
            Arrays.fill(caps, 1);
        }
        BlackLitterman market = new BlackLitterman(
                covariance.matrix(), BlackLitterman.marketWeights(caps), rules.marketRiskAversion(), rules.tau());
        double[] implied = market.impliedReturns();
        double[] views = new double[caps.length];
        for (int i = 0; i < views.length; i++) {
            double volatility = Math.sqrt(covariance.matrix().at(i, i));
            views[i] = implied[i]
                    + rules.skill(horizon) * volatility * candidates.get(i).deviations();
        }
        BlackLitterman.Posterior posterior = market.posterior(views(candidates, views, rules));
        double[] perPoint = new double[caps.length];
        for (int i = 0; i < perPoint.length; i++) {
            double perDeviation = rules.skill(horizon)
                    * Math.sqrt(covariance.matrix().at(i, i))
                    * posterior.response()[i][i];
            perPoint[i] = perDeviation / candidates.get(i).spread();
        }
        return new ReturnEstimate(common, covariance, implied, views, posterior.expectedReturns(), perPoint, equal);
    }

    /** Shrunk covariance a year. */
    public static CovarianceEstimate covariance(CommonReturns common, ReturnRules rules) {
        return LedoitWolf.toConstantVariance(common.returns(), rules.sessionsPerYear());
    }

    private static double known(double cap) {
        return Double.isNaN(cap) ? 0 : cap;
    }

    private static List<View> views(List<Candidate> candidates, double[] expected, ReturnRules rules) {
        List<View> views = new ArrayList<>(expected.length);
        for (int i = 0; i < expected.length; i++) {
            double[] loadings = new double[expected.length];
            loadings[i] = 1;
            double confidence =
                    Math.clamp(candidates.get(i).score().confidence(), rules.leastConfidence(), rules.mostConfidence());
            views.add(new View(loadings, expected[i], new Confidence.Stated(confidence)));
        }
        return views;
    }
}
