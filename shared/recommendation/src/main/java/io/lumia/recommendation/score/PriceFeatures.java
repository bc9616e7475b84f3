package io.lumia.recommendation.score;

import io.lumia.kernel.AppException;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.quant.signal.SignalColumns;
import io.lumia.quant.signal.SignalEngine;
import io.lumia.recommendation.snapshot.DailyPrices;

/**
 * Features of prices. Those that are signals come from the same engine as the stored signals, over the look-back alone: none of
 * them sees further back than a year, so that both say the same but for rounding.
 */
final class PriceFeatures {

    /** Sessions of the volatility. */
    static final int VOLATILITY_SESSIONS = 252;

    private PriceFeatures() {}

    static void fill(FeatureValues values, DailyPrices prices, double sessionsPerYear) {
        SignalColumns signals = signals(prices, sessionsPerYear);
        int last = prices.size() - 1;
        double close = prices.lastClose();
        values.set(Feature.MOMENTUM_12_1, signals.get(SignalColumn.MOMENTUM_12_1)[last]);
        values.set(Feature.RETURN_30D, signals.get(SignalColumn.RETURN_30D)[last]);
        values.set(Feature.TREND_50, close / signals.get(SignalColumn.SMA_50)[last] - 1);
        values.set(Feature.TREND_200, close / signals.get(SignalColumn.SMA_200)[last] - 1);
        values.set(Feature.DRAWDOWN, signals.get(SignalColumn.MAX_DRAWDOWN_1Y)[last]);
        values.set(Feature.VOLATILITY, volatility(prices.totals(), sessionsPerYear));
    }

    private static SignalColumns signals(DailyPrices prices, double sessionsPerYear) {
        if (prices.isEmpty()) {
            throw AppException.invalid("number of prices", 0, "1 or more");
        }
        double[] closes = prices.closes();
        BarSeries series = BarSeries.of(prices.epochDays(), closes, closes, closes, prices.volumes());
        return new SignalEngine().compute(series, BenchmarkSeries.none(), sessionsPerYear);
    }

    /** Sample deviation (n - 1) of the last simple returns, a year; NaN with fewer of them. */
    private static double volatility(double[] totals, double sessionsPerYear) {
        int first = totals.length - VOLATILITY_SESSIONS;
        if (first < 1) {
            return Double.NaN;
        }
        double sum = 0;
        double squares = 0;
        for (int i = first; i < totals.length; i++) {
            sum += totals[i] / totals[i - 1] - 1;
        }
        double mean = sum / VOLATILITY_SESSIONS;
        for (int i = first; i < totals.length; i++) {
            double deviation = totals[i] / totals[i - 1] - 1 - mean;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares / (VOLATILITY_SESSIONS - 1) * sessionsPerYear);
    }
}
