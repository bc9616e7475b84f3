package io.lumia.recommendation.explanation;

import io.lumia.quant.risk.ReturnSeries;
import io.lumia.recommendation.portfolio.CommonReturns;
import io.lumia.recommendation.portfolio.PortfolioPlan;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the portfolio's weights, held constant, did over the common days. Cash earned nothing.
 *
 * @param weights  by candidate, of whole shares
 * @param returns  a day, by date
 */
record PortfolioHistory(double[] weights, List<LocalDate> dates, ReturnSeries returns) {

    /** A beta from fewer common days is not shown. */
    private static final int LEAST_BETA_DAYS = 60;

    static PortfolioHistory of(PortfolioPlan plan, BigDecimal capital) {
        double money = capital.doubleValue();
        double[] weights = new double[plan.candidates().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = plan.shares().shares()[i] * plan.candidates().get(i).price() / money;
        }
        CommonReturns common = plan.estimate().common();
        return new PortfolioHistory(
                weights, common.dates(), ReturnSeries.of(common.returns().portfolio(weights)));
    }

    /** The candidate's own returns. */
    ReturnSeries of(PortfolioPlan plan, int candidate) {
        return ReturnSeries.of(plan.estimate().common().returns().series(candidate));
    }

    /** covariance / variance of the benchmark over the days on which it has a price too; empty with too few of them. */
    Optional<Double> beta(ReturnSeries series, SnapshotAsset benchmark) {
        Map<LocalDate, Double> market = returns(benchmark.prices());
        double[] own = new double[series.size()];
        double[] others = new double[series.size()];
        int count = 0;
        for (int i = 0; i < series.size(); i++) {
            Double other = market.get(dates.get(i));
            if (other != null) {
                own[count] = series.at(i);
                others[count++] = other;
            }
        }
        return count < LEAST_BETA_DAYS ? Optional.empty() : slope(own, others, count);
    }

    private static Optional<Double> slope(double[] own, double[] others, int count) {
        double ownMean = mean(own, count);
        double otherMean = mean(others, count);
        double common = 0;
        double variance = 0;
        for (int i = 0; i < count; i++) {
            common += (own[i] - ownMean) * (others[i] - otherMean);
            variance += (others[i] - otherMean) * (others[i] - otherMean);
        }
        return variance > 0 ? Optional.of(common / variance) : Optional.empty();
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    private static Map<LocalDate, Double> returns(DailyPrices prices) {
        Map<LocalDate, Double> returns = HashMap.newHashMap(prices.size());
        for (int i = 1; i < prices.size(); i++) {
            returns.put(prices.date(i), prices.totals()[i] / prices.totals()[i - 1] - 1);
        }
        return returns;
    }
}
