package io.lumia.quant.signal;

import io.lumia.kernel.AppException;
import io.lumia.quant.indicator.CalendarIndex;
import io.lumia.quant.indicator.MarketBeta;
import io.lumia.quant.indicator.MovingMoments;
import io.lumia.quant.indicator.Ranges;
import io.lumia.quant.indicator.Returns;
import io.lumia.quant.indicator.YearRange;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Computes the production signals of one asset after another.
 *
 * <p>{@link #compute} takes an asset's whole history. {@link #resume} takes a window of it and the state stored with the
 * bar before the first one wanted, and gives bit for bit what the whole history would give from that bar on. The window
 * must hold, before the first bar wanted, at least {@value #WINDOW_BARS} bars of which the oldest is at least
 * {@value #WINDOW_DAYS} calendar days older than it, without holes; or the history from its first bar on. Loading the
 * bars of the last 420 days or the last 260 bars, whichever reaches further, is usually enough; when it is not, because
 * of a long halt, {@link #canResume} says so, and the history is to be read from its beginning. The benchmark must reach
 * back over the same days.
 *
 * <p>Holds scratch memory: not thread-safe, one instance per thread, for any number of assets.
 */
public final class SignalEngine {

    /** Sessions in a year of stocks, bonds, funds, currencies and commodities. */
    public static final double SESSIONS_PER_YEAR = 252;

    /** Sessions in a year of crypto, which trades every day. */
    public static final double CRYPTO_SESSIONS_PER_YEAR = 365;

    /** The longest look back in bars is momentum's 252; the rest is room. */
    public static final int WINDOW_BARS = 260;

    /** The longest look back in days is beta's. */
    public static final int WINDOW_DAYS = MarketBeta.REACH_DAYS;

    private static final int MONTH_DAYS = 30;
    private static final int MOMENTUM_BASE_SESSIONS = 252;
    private static final int MOMENTUM_SKIPPED_SESSIONS = 21;
    private static final int ATR_SESSIONS = 14;
    private static final double BAND_DEVIATIONS = 2;

    private final MovingMoments twenty = new MovingMoments(20);
    private final MovingMoments thirty = new MovingMoments(30);
    private final MovingMoments fifty = new MovingMoments(50);
    private final MovingMoments twoHundred = new MovingMoments(200);
    private final YearRange yearRange = new YearRange();
    private final MarketBeta marketBeta = new MarketBeta();
    private final Recursions recursions = new Recursions();
    private int[] base = new int[0];
    private double[] scratch = new double[0];

    /** All signals of a whole history, in a new object. */
    public SignalColumns compute(BarSeries bars, BenchmarkSeries benchmark, double sessionsPerYear) {
        SignalColumns out = new SignalColumns();
        compute(bars, benchmark, sessionsPerYear, out);
        return out;
    }

    /** All signals of a whole history, overwriting {@code out}: no allocation once it is large enough. */
    public void compute(BarSeries bars, BenchmarkSeries benchmark, double sessionsPerYear, SignalColumns out) {
        out.begin(bars.epochDays(), 0, 0);
        computeWindows(bars, benchmark, checkedSessions(sessionsPerYear), 0, out);
        recursions.fromTheBeginning(bars.close(), bars.size(), out);
        computeAverageTrueRange(bars, Math.min(1, bars.size()), Double.NaN, out);
    }

    /**
     * The signals of window[firstIndex] and all later bars.
     *
     * @param before what was stored with the bar at firstIndex - 1
     * @param window bars from far enough before firstIndex, see above
     * @throws AppException when the state does not belong to the bar before, or the window is too short
     */
    public SignalColumns resume(
            RecursionState before,
            BarSeries window,
            int firstIndex,
            BenchmarkSeries benchmark,
            double sessionsPerYear) {
        SignalColumns out = new SignalColumns();
        resume(before, window, firstIndex, benchmark, sessionsPerYear, out);
        return out;
    }

    /** As above, overwriting {@code out}. */
    public void resume(
            RecursionState before,
            BarSeries window,
            int firstIndex,
            BenchmarkSeries benchmark,
            double sessionsPerYear,
            SignalColumns out) {
        checkResumable(before, window, firstIndex);
        int origin = before.barsSeen() - firstIndex;
        out.begin(window.epochDays(), firstIndex, origin);
        computeWindows(window, benchmark, checkedSessions(sessionsPerYear), origin, out);
        if (origin == 0) {
            out.begin(window.epochDays(), 0, 0);
            recursions.fromTheBeginning(window.close(), window.size(), out);
            computeAverageTrueRange(window, 1, Double.NaN, out);
            out.begin(window.epochDays(), firstIndex, 0);
        } else {
            recursions.carryOn(window.close(), firstIndex, window.size(), before, out);
            computeAverageTrueRange(window, firstIndex, before.averageTrueRange(), out);
        }
        out.blankBeforeFirst();
    }

    /** Whether the window reaches back far enough to compute window[firstIndex] after {@code before}. */
    public static boolean canResume(RecursionState before, BarSeries window, int firstIndex) {
        if (firstIndex < 1 || firstIndex >= window.size()) {
            return false;
        }
        boolean wholeHistory = before.barsSeen() == firstIndex;
        int daysBack = window.epochDays()[firstIndex] - window.epochDays()[0];
        return wholeHistory || (before.barsSeen() > firstIndex && firstIndex >= WINDOW_BARS && daysBack >= WINDOW_DAYS);
    }

    private void computeWindows(
            BarSeries bars, BenchmarkSeries benchmark, double sessionsPerYear, int origin, SignalColumns out) {
        ensureCapacity(bars.size());
        computeReturns(bars, out);
        computeVolatility(bars.size(), origin, sessionsPerYear, out);
        computeAverages(bars.close(), bars.size(), origin, out);
        computeDollarVolume(bars, origin, out);
        marketBeta.compute(bars, out.get(SignalColumn.RETURN_1D), benchmark, out.get(SignalColumn.BETA_1Y));
    }

    /** The year's range shares its calendar index with the yearly return. */
    private void computeReturns(BarSeries bars, SignalColumns out) {
        int size = bars.size();
        Returns.simple(bars, 1, out.get(SignalColumn.RETURN_1D));
        Returns.between(bars, MOMENTUM_BASE_SESSIONS, MOMENTUM_SKIPPED_SESSIONS, out.get(SignalColumn.MOMENTUM_12_1));
        CalendarIndex.lastBarBefore(bars.epochDays(), size, MONTH_DAYS, base);
        Returns.since(bars, base, out.get(SignalColumn.RETURN_30D));
        CalendarIndex.lastBarBefore(bars.epochDays(), size, YearRange.WINDOW_DAYS, base);
        Returns.since(bars, base, out.get(SignalColumn.RETURN_365D));
        yearRange.position(bars, base, out.get(SignalColumn.POSITION_52W));
        yearRange.maximumDrawdown(bars, base, out.get(SignalColumn.MAX_DRAWDOWN_1Y));
    }

    private void computeVolatility(int size, int origin, double sessionsPerYear, SignalColumns out) {
        double[] volatility = out.get(SignalColumn.VOLATILITY_30D);
        thirty.meanAndVariance(out.get(SignalColumn.RETURN_1D), size, origin, 1, scratch, volatility);
        double yearly = Math.sqrt(sessionsPerYear);
        for (int i = 0; i < size; i++) {
            volatility[i] = Math.sqrt(volatility[i]) * yearly;
        }
    }

    private void computeAverages(double[] close, int size, int origin, SignalColumns out) {
        double[] middle = out.get(SignalColumn.BOLLINGER_MIDDLE);
        double[] upper = out.get(SignalColumn.BOLLINGER_UPPER);
        double[] lower = out.get(SignalColumn.BOLLINGER_LOWER);
        twenty.meanAndVariance(close, size, origin, 0, middle, scratch);
        for (int i = 0; i < size; i++) {
            double width = BAND_DEVIATIONS * Math.sqrt(scratch[i]);
            upper[i] = middle[i] + width;
            lower[i] = middle[i] - width;
        }
        System.arraycopy(middle, 0, out.get(SignalColumn.SMA_20), 0, size);
        fifty.mean(close, size, origin, out.get(SignalColumn.SMA_50));
        twoHundred.mean(close, size, origin, out.get(SignalColumn.SMA_200));
    }

    private void computeDollarVolume(BarSeries bars, int origin, SignalColumns out) {
        double[] close = bars.close();
        double[] volume = bars.volume();
        for (int i = 0; i < bars.size(); i++) {
            scratch[i] = close[i] * volume[i];
        }
        twenty.mean(scratch, bars.size(), origin, out.get(SignalColumn.AVERAGE_DOLLAR_VOLUME_20D));
    }

    private void computeAverageTrueRange(BarSeries bars, int from, double before, SignalColumns out) {
        double[] atr = out.get(SignalColumn.ATR_14);
        Ranges.trueRange(bars.high(), bars.low(), bars.close(), bars.size(), scratch);
        Ranges.averageTrueRange(scratch, bars.size(), ATR_SESSIONS, from, before, atr);
        Arrays.fill(atr, 0, from, Double.NaN);
    }

    private void ensureCapacity(int size) {
        if (base.length < size) {
            base = new int[size];
            scratch = new double[size];
        }
    }

    private static double checkedSessions(double sessionsPerYear) {
        if (!(sessionsPerYear > 0 && Double.isFinite(sessionsPerYear))) {
            throw AppException.invalid(
                    "sessionsPerYear", sessionsPerYear, "a finite number above 0, such as 252 or 365");
        }
        return sessionsPerYear;
    }

    private static void checkResumable(RecursionState before, BarSeries window, int firstIndex) {
        if (!canResume(before, window, firstIndex)) {
            throw AppException.invalid(
                    "firstIndex",
                    firstIndex,
                    "a bar of the window (%d bars, %d of the asset before it) after the asset's whole history, or after at least %d bars over at least %d days"
                            .formatted(window.size(), before.barsSeen(), WINDOW_BARS, WINDOW_DAYS));
        }
        int dayBefore = window.epochDays()[firstIndex - 1];
        if (dayBefore != before.lastEpochDay()) {
            throw AppException.invalid(
                    "before.lastEpochDay",
                    LocalDate.ofEpochDay(before.lastEpochDay()),
                    "the date of the bar before the first one to compute, " + LocalDate.ofEpochDay(dayBefore));
        }
        if (before.barsSeen() > firstIndex && !before.seeded()) {
            throw AppException.invalid("before", before, "averages without NaN after " + WINDOW_BARS + " bars or more");
        }
    }
}
