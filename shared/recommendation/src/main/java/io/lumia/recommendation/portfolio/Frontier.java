package io.lumia.recommendation.portfolio;

import io.lumia.quant.optimise.OptimisationResult.Solved;
import io.lumia.quant.optimise.Optimiser;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.request.RecommendationRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The efficient frontier of a recommendation's candidates (H. Markowitz, "Portfolio Selection", Journal of Finance 1952): for each
 * expected return the least volatility that the limits on assets, sectors and crypto let it have. The portfolio may lie below it: it
 * holds a limited number of assets, none of them too small.
 *
 * <p>Returns are a year's, the risk-free rate included, before costs; volatilities a year's.
 *
 * @param points        from the least volatility to the greatest return, evenly spaced by return
 * @param unsolved      points that the optimiser did not finish and that are not among them
 * @param optimum       the weights that the recommendation rounds to whole shares
 * @param volatilityCap of the request's risk
 * @param assets        each candidate alone, in the snapshot's order
 */
public record Frontier(List<Point> points, int unsolved, Point optimum, double volatilityCap, List<AssetPoint> assets) {

    /** Enough that a line through them looks smooth. */
    public static final int POINTS = 25;

    public Frontier {
        points = List.copyOf(points);
        assets = List.copyOf(assets);
    }

    /** A portfolio of the whole capital. */
    public record Point(double volatility, double expectedReturn) {}

    /** @param weight in the optimum */
    public record AssetPoint(String symbol, double volatility, double expectedReturn, double weight) {}

    public static Frontier of(
            PortfolioPlan plan, RecommendationRequest request, EngineConfiguration configuration, double riskFree) {
        PortfolioTask task = PortfolioPlan.task(plan.candidates(), plan.estimate(), request, configuration);
        int[] all = new int[plan.candidates().size()];
        Arrays.setAll(all, i -> i);
        List<Point> points = new ArrayList<>(POINTS);
        for (var result : Optimiser.frontier(task.problem(all), POINTS)) {
            if (result instanceof Solved solved) {
                points.add(point(solved, riskFree));
            }
        }
        return new Frontier(
                points,
                POINTS - points.size(),
                point(plan.found().solution(), riskFree),
                task.risk().volatilityCap(),
                assets(plan, riskFree));
    }

    private static Point point(Solved solved, double riskFree) {
        return new Point(solved.volatility(), solved.expectedReturn() + riskFree);
    }

    private static List<AssetPoint> assets(PortfolioPlan plan, double riskFree) {
        double[] weights = plan.found().weights(plan.candidates().size());
        List<AssetPoint> assets = new ArrayList<>(weights.length);
        for (int i = 0; i < weights.length; i++) {
            assets.add(new AssetPoint(
                    plan.candidates().get(i).symbol(),
                    Math.sqrt(plan.estimate().covariance().matrix().at(i, i)),
                    plan.estimate().expected()[i] + riskFree,
                    weights[i]));
        }
        return assets;
    }
}
