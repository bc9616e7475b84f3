package io.lumia.quant.indicator;

import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import java.util.Arrays;

/**
 * Beta: covariance of the asset's and the benchmark's daily simple returns over the variance of the benchmark's
 * (W. F. Sharpe, "Capital Asset Prices", Journal of Finance 1964), both with n - 1 degrees of freedom, which cancel.
 *
 * <p>A pair of returns runs between two neighbouring common sessions: days on which both have a close. A day that one of
 * them lacks therefore lengthens both returns alike; for a coin against a stock index, Monday's pair runs from Friday's
 * closes on both sides. Pairs with a base that is not above zero are left out. Used are the last 252 pairs, none of which
 * begins more than 400 days before the bar; fewer than 60 give NaN, and so does a benchmark that does not move.
 *
 * <p>Sums are kept as in {@link MovingMoments}, relative to an anchor pair: the first pair of each block of 252 calendar
 * days, so that the same dates give the same bits wherever the series begins.
 */
public final class MarketBeta {

    public static final int WINDOW_PAIRS = 252;
    public static final int MINIMUM_PAIRS = 60;
    public static final int REACH_DAYS = 400;

    /** No longer than WINDOW_PAIRS, so that a full window always holds the start of the block it ends in. */
    private static final int BLOCK_DAYS = WINDOW_PAIRS;

    /** Returns carry rounding errors of about 1e-16: deviations below this are noise, not movement. */
    private static final double SMALLEST_DAILY_DEVIATION = 1e-12;

    private final double[] shares = new double[WINDOW_PAIRS + 1];
    private final double[] tailAsset = new double[WINDOW_PAIRS];
    private final double[] tailMarket = new double[WINDOW_PAIRS];
    private final double[] tailProduct = new double[WINDOW_PAIRS];
    private final double[] tailSquares = new double[WINDOW_PAIRS];
    private int[] lastPair = new int[0];
    private int[] pairDay = new int[0];
    private int[] pairBaseDay = new int[0];
    private double[] assetReturn = new double[0];
    private double[] marketReturn = new double[0];
    private double[] variance = new double[0];

    public MarketBeta() {
        for (int count = 1; count < shares.length; count++) {
            shares[count] = 1.0 / count;
        }
    }

    /**
     * Writes the beta of every bar, also of bars on days that the benchmark lacks (from the pairs up to that day).
     *
     * @param dailyReturn the asset's returns from bar to bar, as {@link Returns#simple} makes them
     */
    public void compute(BarSeries bars, double[] dailyReturn, BenchmarkSeries benchmark, double[] beta) {
        ensureCapacity(bars.size());
        int offset = offsetOfEqualSessions(bars, benchmark);
        int pairs = offset >= 0
                ? pairUpEqualSessions(bars, dailyReturn, benchmark, offset)
                : pairUp(bars, dailyReturn, benchmark);
        int bar = 0;
        int anchor = 0;
        while (anchor < pairs) {
            int blockEnd = endOfBlock(anchor, pairs);
            bar = blankUntilPair(anchor, bar, beta);
            sumTails(anchor);
            bar = slide(anchor, blockEnd, bar, bars, beta);
            anchor = blockEnd;
        }
        Arrays.fill(beta, bar, bars.size(), Double.NaN);
        for (int i = 0; i < bars.size(); i++) {
            beta[i] /= variance[i];
        }
    }

    /**
     * Where the asset's sessions begin among the benchmark's when from there on both have exactly the same, which is the
     * usual case within one market, and all closes are above zero; else -1.
     */
    private static int offsetOfEqualSessions(BarSeries bars, BenchmarkSeries benchmark) {
        int size = bars.size();
        if (size < 2 || !bars.closesArePositive() || !benchmark.closesArePositive()) {
            return -1;
        }
        int offset = Arrays.binarySearch(benchmark.epochDays(), bars.epochDays()[0]);
        boolean equal = offset >= 0
                && offset + size <= benchmark.size()
                && Arrays.equals(bars.epochDays(), 0, size, benchmark.epochDays(), offset, offset + size);
        return equal ? offset : -1;
    }

    /** What {@link #pairUp} does, by copying: pair k runs from bar k to bar k + 1. */
    private int pairUpEqualSessions(BarSeries bars, double[] dailyReturn, BenchmarkSeries benchmark, int offset) {
        int pairs = bars.size() - 1;
        System.arraycopy(dailyReturn, 1, assetReturn, 0, pairs);
        System.arraycopy(benchmark.dailyReturn(), offset + 1, marketReturn, 0, pairs);
        System.arraycopy(bars.epochDays(), 1, pairDay, 0, pairs);
        System.arraycopy(bars.epochDays(), 0, pairBaseDay, 0, pairs);
        for (int i = 0; i <= pairs; i++) {
            lastPair[i] = i - 1;
        }
        return pairs;
    }

    /** Fills the pair arrays and lastPair (for each bar the last pair up to it, -1 when none); returns their number. */
    private int pairUp(BarSeries bars, double[] dailyReturn, BenchmarkSeries benchmark) {
        int[] days = bars.epochDays();
        int[] marketDays = benchmark.epochDays();
        int pairs = 0;
        int base = -1;
        int marketBase = -1;
        int market = 0;
        for (int i = 0; i < bars.size(); i++) {
            int day = days[i];
            while (market < marketDays.length && marketDays[market] < day) {
                market++;
            }
            if (market < marketDays.length && marketDays[market] == day) {
                if (base >= 0) {
                    assetReturn[pairs] = base == i - 1 ? dailyReturn[i] : between(bars.close(), base, i);
                    marketReturn[pairs] = marketBase == market - 1
                            ? benchmark.dailyReturn()[market]
                            : between(benchmark.close(), marketBase, market);
                    pairDay[pairs] = day;
                    pairBaseDay[pairs] = days[base];
                    pairs += Double.isNaN(assetReturn[pairs] + marketReturn[pairs]) ? 0 : 1;
                }
                base = i;
                marketBase = market;
            }
            lastPair[i] = pairs - 1;
        }
        return pairs;
    }

    private static double between(double[] close, int base, int end) {
        return Returns.simpleReturn(close[base], close[end]);
    }

    private int endOfBlock(int anchor, int pairs) {
        int nextBlockDay = (Math.floorDiv(pairDay[anchor], BLOCK_DAYS) + 1) * BLOCK_DAYS;
        int end = anchor + 1;
        while (end < pairs && pairDay[end] < nextBlockDay) {
            end++;
        }
        return end;
    }

    private int blankUntilPair(int pair, int bar, double[] beta) {
        int i = bar;
        while (lastPair[i] < pair) {
            beta[i++] = Double.NaN;
        }
        return i;
    }

    /**
     * The bars whose last pair lies in the block from {@code anchor} to {@code blockEnd}; returns the bar after
     * them. The covariance is laid into beta and the variance beside it; they are divided all at once, which is faster.
     */
    private int slide(int anchor, int blockEnd, int firstBar, BarSeries bars, double[] beta) {
        int[] epochDays = bars.epochDays();
        double asset = 0;
        double market = 0;
        double product = 0;
        double squares = 0;
        int summed = anchor - 1;
        int withinReach = Math.max(0, anchor - WINDOW_PAIRS + 1);
        int i = firstBar;
        for (; i < bars.size() && lastPair[i] < blockEnd; i++) {
            int last = lastPair[i];
            if (last > summed) {
                summed = last;
                double assetDifference = assetReturn[last] - assetReturn[anchor];
                double marketDifference = marketReturn[last] - marketReturn[anchor];
                asset += assetDifference;
                market += marketDifference;
                product += assetDifference * marketDifference;
                squares += marketDifference * marketDifference;
            }
            int earliestBase = epochDays[i] - REACH_DAYS;
            while (withinReach <= last && pairBaseDay[withinReach] < earliestBase) {
                withinReach++;
            }
            int start = Math.max(withinReach, last - WINDOW_PAIRS + 1);
            int count = last - start + 1;
            if (count < MINIMUM_PAIRS) {
                beta[i] = Double.NaN;
            } else if (start > anchor) {
                sumDirectly(start, last, i, beta);
            } else {
                int tail = anchor - start;
                double sum = market + tailMarket[tail];
                double meanMarket = sum * shares[count];
                beta[i] = product + tailProduct[tail] - (asset + tailAsset[tail]) * meanMarket;
                variance[i] = unlessNoise(squares + tailSquares[tail] - sum * meanMarket, count);
            }
        }
        return i;
    }

    /** Only when the anchor pair itself begins before the window's reach. */
    private void sumDirectly(int start, int last, int bar, double[] beta) {
        double asset = 0;
        double market = 0;
        double product = 0;
        double squares = 0;
        for (int k = start; k <= last; k++) {
            double assetDifference = assetReturn[k] - assetReturn[start];
            double marketDifference = marketReturn[k] - marketReturn[start];
            asset += assetDifference;
            market += marketDifference;
            product += assetDifference * marketDifference;
            squares += marketDifference * marketDifference;
        }
        int count = last - start + 1;
        double meanMarket = market * shares[count];
        beta[bar] = product - asset * meanMarket;
        variance[bar] = unlessNoise(squares - market * meanMarket, count);
    }

    private static double unlessNoise(double squaredDeviations, int count) {
        double noise = count * (SMALLEST_DAILY_DEVIATION * SMALLEST_DAILY_DEVIATION);
        return squaredDeviations > noise ? squaredDeviations : Double.NaN;
    }

    /** Element k of the tails: sums over the k pairs just before the anchor, relative to the anchor pair. */
    private void sumTails(int anchor) {
        double asset = 0;
        double market = 0;
        double product = 0;
        double squares = 0;
        for (int k = 1; k <= Math.min(WINDOW_PAIRS - 1, anchor); k++) {
            double assetDifference = assetReturn[anchor - k] - assetReturn[anchor];
            double marketDifference = marketReturn[anchor - k] - marketReturn[anchor];
            asset += assetDifference;
            market += marketDifference;
            product += assetDifference * marketDifference;
            squares += marketDifference * marketDifference;
            tailAsset[k] = asset;
            tailMarket[k] = market;
            tailProduct[k] = product;
            tailSquares[k] = squares;
        }
    }

    private void ensureCapacity(int size) {
        if (lastPair.length < size) {
            lastPair = new int[size];
            pairDay = new int[size];
            pairBaseDay = new int[size];
            assetReturn = new double[size];
            marketReturn = new double[size];
            variance = new double[size];
        }
    }
}
