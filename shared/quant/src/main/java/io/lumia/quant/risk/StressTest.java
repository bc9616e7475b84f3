package io.lumia.quant.risk;

import io.lumia.kernel.AppException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What past windows did to a series of returns, and what assumed shocks would do to weights. */
public final class StressTest {

    /** A long weekend: a window may begin or end on days without a session. */
    public static final int TOLERATED_GAP_DAYS = 4;

    private StressTest() {}

    /**
     * The window with the lowest compounded return.
     *
     * @param totalReturn a fraction
     * @param first index of its first return
     * @param last index of its last return
     */
    public record WorstWindow(double totalReturn, int first, int last) {}

    /** The worst stretch of {@code length} returns in a row, the earliest of equals. */
    public static WorstWindow worst(ReturnSeries series, int length) {
        if (length < 1 || length > series.size()) {
            throw AppException.invalid("length of the window", length, "1 to " + series.size() + " returns");
        }
        WorstWindow worst = windowAt(series, 0, length);
        for (int first = 1; first + length <= series.size(); first++) {
            WorstWindow window = windowAt(series, first, length);
            worst = window.totalReturn < worst.totalReturn ? window : worst;
        }
        return worst;
    }

    private static WorstWindow windowAt(ReturnSeries series, int first, int length) {
        double value = 1;
        for (int i = first; i < first + length; i++) {
            value *= 1 + series.at(i);
        }
        return new WorstWindow(value - 1, first, first + length - 1);
    }

    /**
     * What the series did in a window of the past. It covers the window when it begins no more than
     * {@link #TOLERATED_GAP_DAYS} days after the window's start and ends no more than as many before its end.
     *
     * @param dates the session of each return, ascending
     */
    public static StressResult during(StressWindow window, List<LocalDate> dates, ReturnSeries series) {
        requireDates(dates, series.size());
        LocalDate first = dates.getFirst();
        LocalDate last = dates.getLast();
        double[] inside = returnsIn(window, dates, series);
        boolean covered = inside.length > 0
                && !first.isAfter(window.from().plusDays(TOLERATED_GAP_DAYS))
                && !last.isBefore(window.to().minusDays(TOLERATED_GAP_DAYS));
        if (!covered) {
            return new StressResult.NotCovered(window, first, last);
        }
        ReturnSeries part = ReturnSeries.of(inside);
        double depth = Drawdown.deepest(part).depth();
        return new StressResult.Measured(window, Performance.totalReturn(part), depth, part.size());
    }

    private static double[] returnsIn(StressWindow window, List<LocalDate> dates, ReturnSeries series) {
        double[] inside = new double[series.size()];
        int count = 0;
        for (int i = 0; i < series.size(); i++) {
            LocalDate date = dates.get(i);
            if (!date.isBefore(window.from()) && !date.isAfter(window.to())) {
                inside[count++] = series.at(i);
            }
        }
        return Arrays.copyOf(inside, count);
    }

    private static void requireDates(List<LocalDate> dates, int size) {
        if (dates.size() != size) {
            throw AppException.invalid("dates", dates.size(), size + ", one for each return");
        }
        for (int i = 1; i < size; i++) {
            if (!dates.get(i).isAfter(dates.get(i - 1))) {
                throw AppException.invalid(
                        "date [" + i + "]", dates.get(i), "after its predecessor " + dates.get(i - 1));
            }
        }
    }

    /** Every asset moves by its beta times the market. */
    public static ShockResult marketShock(double[] weights, double[] betas, double marketReturn) {
        requireFinite("marketReturn", 0, marketReturn);
        double[] shocks = new double[betas.length];
        for (int i = 0; i < betas.length; i++) {
            requireFinite("beta", i, betas[i]);
            shocks[i] = betas[i] * marketReturn;
        }
        return shock(weights, shocks);
    }

    /** Every asset moves by its own shock, a fraction: -0.3 for a fall of 30 %, 0 for none. */
    public static ShockResult shock(double[] weights, double[] shocks) {
        if (weights.length != shocks.length) {
            throw AppException.invalid("shocks", shocks.length, weights.length + ", one for each weight");
        }
        double[] contributions = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            requireFinite("weight", i, weights[i]);
            requireFinite("shock", i, shocks[i]);
            contributions[i] = weights[i] * shocks[i];
            sum += contributions[i];
        }
        return new ShockResult(sum, contributions);
    }

    private static void requireFinite(String what, int index, double value) {
        if (!Double.isFinite(value)) {
            throw AppException.invalid(what + " [" + index + "]", value, "a finite number");
        }
    }
}
