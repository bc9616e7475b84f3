package io.lumia.quant.research;

import static io.lumia.quant.indicator.ExponentialAverage.movingWeight;
import static io.lumia.quant.indicator.ExponentialAverage.seededWithFirst;
import static io.lumia.quant.indicator.ExponentialAverage.seededWithMean;

import io.lumia.quant.indicator.DirectionalMovement;
import io.lumia.quant.indicator.MovingMoments;
import io.lumia.quant.indicator.Oscillators;
import io.lumia.quant.indicator.Ranges;
import io.lumia.quant.indicator.Returns;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.quant.signal.SignalColumns;
import io.lumia.quant.signal.SignalEngine;
import java.util.EnumMap;
import java.util.Map;

/** Computes every {@link ResearchColumn} of one series. Each call is independent; the object holds nothing. */
public final class ResearchEngine {

    private static final int CHANNEL_BARS = 14;
    private static final int RATE_BARS = 10;
    private static final int YEAR_BARS = 252;

    /**
     * All columns, as long as the series, NaN where a value is not defined.
     *
     * @param sessionsPerYear 252, for crypto 365
     */
    public Map<ResearchColumn, double[]> compute(BarSeries bars, double sessionsPerYear) {
        Map<ResearchColumn, double[]> columns = new EnumMap<>(ResearchColumn.class);
        for (ResearchColumn column : ResearchColumn.values()) {
            columns.put(column, new double[bars.size()]);
        }
        takeProduction(bars, sessionsPerYear, columns);
        addReturns(bars, sessionsPerYear, columns);
        addAverages(bars, columns);
        addBands(bars, columns);
        addRanges(bars, columns);
        addOscillators(bars, columns);
        return columns;
    }

    private static void takeProduction(BarSeries bars, double sessionsPerYear, Map<ResearchColumn, double[]> columns) {
        SignalColumns signals = new SignalEngine().compute(bars, BenchmarkSeries.none(), sessionsPerYear);
        columns.put(ResearchColumn.RET_1D, signals.get(SignalColumn.RETURN_1D));
        columns.put(ResearchColumn.RET_30CAL, signals.get(SignalColumn.RETURN_30D));
        columns.put(ResearchColumn.RET_365CAL, signals.get(SignalColumn.RETURN_365D));
        columns.put(ResearchColumn.VOL30_SIMPLE_ANN, signals.get(SignalColumn.VOLATILITY_30D));
        columns.put(ResearchColumn.SMA_20, signals.get(SignalColumn.SMA_20));
        columns.put(ResearchColumn.SMA_50, signals.get(SignalColumn.SMA_50));
        columns.put(ResearchColumn.SMA_200, signals.get(SignalColumn.SMA_200));
        columns.put(ResearchColumn.EMA_12_SMASEED, signals.get(SignalColumn.EMA_12));
        columns.put(ResearchColumn.EMA_26_SMASEED, signals.get(SignalColumn.EMA_26));
        columns.put(ResearchColumn.RSI14_WILDER, signals.get(SignalColumn.RSI_14));
        columns.put(ResearchColumn.MACD_TALIB, signals.get(SignalColumn.MACD));
        columns.put(ResearchColumn.MACDSIGNAL_TALIB, signals.get(SignalColumn.MACD_SIGNAL));
        columns.put(ResearchColumn.MACDHIST_TALIB, signals.get(SignalColumn.MACD_HISTOGRAM));
        columns.put(ResearchColumn.BB_MID, signals.get(SignalColumn.BOLLINGER_MIDDLE));
        columns.put(ResearchColumn.BB_UP, signals.get(SignalColumn.BOLLINGER_UPPER));
        columns.put(ResearchColumn.BB_LOW, signals.get(SignalColumn.BOLLINGER_LOWER));
        columns.put(ResearchColumn.ATR14_WILDER, signals.get(SignalColumn.ATR_14));
    }

    private static void addReturns(BarSeries bars, double sessionsPerYear, Map<ResearchColumn, double[]> columns) {
        double[] logReturn = column(columns, ResearchColumn.LOG_RET_1D);
        double[] volatility = column(columns, ResearchColumn.VOL30_LOG_ANN);
        Returns.logarithmic(bars, logReturn);
        new MovingMoments(30).meanAndVariance(logReturn, bars.size(), 0, 1, new double[bars.size()], volatility);
        for (int i = 0; i < bars.size(); i++) {
            volatility[i] = Math.sqrt(volatility[i] * sessionsPerYear);
        }
        Returns.simple(bars, 30, column(columns, ResearchColumn.RET_30BARS));
    }

    private static void addAverages(BarSeries bars, Map<ResearchColumn, double[]> columns) {
        double[] close = bars.close();
        int size = bars.size();
        double[] fast = column(columns, ResearchColumn.EMA_12_FIRSTSEED);
        double[] slow = column(columns, ResearchColumn.EMA_26_FIRSTSEED);
        double[] macd = column(columns, ResearchColumn.MACD_FIRSTSEED);
        double[] signal = column(columns, ResearchColumn.MACDSIGNAL_FIRSTSEED);
        seededWithMean(close, 0, size, 50, movingWeight(50), column(columns, ResearchColumn.EMA_50_SMASEED));
        seededWithFirst(close, size, movingWeight(12), fast);
        seededWithFirst(close, size, movingWeight(26), slow);
        subtract(fast, slow, macd);
        seededWithFirst(macd, size, movingWeight(9), signal);
        subtract(macd, signal, column(columns, ResearchColumn.MACDHIST_FIRSTSEED));
    }

    private static void addBands(BarSeries bars, Map<ResearchColumn, double[]> columns) {
        int size = bars.size();
        double[] close = bars.close();
        double[] mean = new double[size];
        double[] variance = new double[size];
        new MovingMoments(20).meanAndVariance(close, size, 0, 1, mean, variance);
        double[] upper = column(columns, ResearchColumn.BB_UP);
        double[] lower = column(columns, ResearchColumn.BB_LOW);
        double[] percent = column(columns, ResearchColumn.BB_PCTB);
        double[] score = column(columns, ResearchColumn.ZSCORE20);
        for (int i = 0; i < size; i++) {
            percent[i] = (close[i] - lower[i]) / (upper[i] - lower[i]);
            score[i] = (close[i] - mean[i]) / Math.sqrt(variance[i]);
        }
    }

    private static void addRanges(BarSeries bars, Map<ResearchColumn, double[]> columns) {
        double[] high = bars.high();
        double[] low = bars.low();
        double[] close = bars.close();
        int size = bars.size();
        double[] fastK = column(columns, ResearchColumn.STOCH_FASTK14);
        Ranges.trueRange(high, low, close, size, column(columns, ResearchColumn.TRUE_RANGE));
        Oscillators.stochastic(high, low, close, size, CHANNEL_BARS, fastK);
        new MovingMoments(3).mean(fastK, size, 0, column(columns, ResearchColumn.STOCH_FASTD3));
        Oscillators.williams(high, low, close, size, CHANNEL_BARS, column(columns, ResearchColumn.WILLIAMS_R14));
        Oscillators.commodityChannel(high, low, close, size, 20, column(columns, ResearchColumn.CCI20));
        new DirectionalMovement(14).averageIndex(high, low, close, size, column(columns, ResearchColumn.ADX14));
    }

    private static void addOscillators(BarSeries bars, Map<ResearchColumn, double[]> columns) {
        double[] close = bars.close();
        int size = bars.size();
        double[] rate = column(columns, ResearchColumn.ROC10);
        Returns.simple(bars, RATE_BARS, rate);
        double[] momentum = column(columns, ResearchColumn.MOM10);
        for (int i = 0; i < size; i++) {
            rate[i] *= 100;
            momentum[i] = i < RATE_BARS ? Double.NaN : close[i] - close[i - RATE_BARS];
        }
        Oscillators.onBalanceVolume(close, bars.volume(), size, column(columns, ResearchColumn.OBV));
        Oscillators.belowHighestClose(close, size, YEAR_BARS, column(columns, ResearchColumn.DIST_52W_HIGH));
        Oscillators.drawdown(close, size, column(columns, ResearchColumn.DRAWDOWN));
    }

    private static void subtract(double[] left, double[] right, double[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = left[i] - right[i];
        }
    }

    private static double[] column(Map<ResearchColumn, double[]> columns, ResearchColumn column) {
        return columns.getOrDefault(column, new double[0]);
    }
}
