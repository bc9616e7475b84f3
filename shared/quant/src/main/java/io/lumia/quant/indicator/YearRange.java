package io.lumia.quant.indicator;

import io.lumia.quant.series.BarSeries;
import java.util.Arrays;

/**
 * Where the close stands in the range of the last 365 calendar days, and the deepest fall within them.
 *
 * <p>The window of a bar dated t holds the bars dated after t - 365 days, up to and including t. Both results are NaN as
 * long as there is no bar dated t - 365 days or earlier, that is while the history is shorter than the window.
 *
 * <p>Extremes cannot be taken out of a running value, so the bars are cut into stretches within which every window holds
 * the stretch's first bar. A window is then a tail of the bars before the stretch, whose extremes are made once for each
 * possible length, and a head that grows bar by bar: each bar is handled twice in all.
 */
public final class YearRange {

    public static final int WINDOW_DAYS = 365;

    /** More than the rounding errors of a product: a quotient is worth its cost only when it may be the lowest. */
    private static final double MARGIN = 1 + 1e-12;

    /** The peak of no closes: every price lies above it, so that no fall can start from it. */
    private static final double NO_PEAK = 0;

    private final double[] tailTop = new double[WINDOW_DAYS + 1];
    private final double[] tailBottom = new double[WINDOW_DAYS + 1];
    private double[] range = new double[0];

    /**
     * (close - lowest low) / (highest high - lowest low), 0 at the year's low and 1 at its high. NaN where the range is
     * zero, since a place in nothing is not defined, and while a bar in the window has no known high or low.
     *
     * @param base for each bar the last bar at least 365 days older, see {@link CalendarIndex}
     */
    public void position(BarSeries bars, int[] base, double[] result) {
        double[] high = bars.high();
        double[] low = bars.low();
        double[] close = bars.close();
        int size = bars.size();
        if (range.length < size) {
            range = new double[size];
        }
        int end;
        for (int middle = 0; middle < size; middle = end) {
            end = endOfStretch(base, middle, size);
            extremesOfTail(high, low, base[middle] + 1, middle);
            double top = Double.NEGATIVE_INFINITY;
            double bottom = Double.POSITIVE_INFINITY;
            for (int i = middle; i < end; i++) {
                double highest = high[i];
                double lowest = low[i];
                top = highest > top ? highest : top;
                bottom = lowest < bottom ? lowest : bottom;
                int tail = middle - 1 - base[i];
                double ceiling = tailTop[tail] > top ? tailTop[tail] : top;
                double floor = tailBottom[tail] < bottom ? tailBottom[tail] : bottom;
                result[i] = close[i] - floor;
                range[i] = ceiling - floor;
            }
        }
        for (int i = 0; i < size; i++) {
            result[i] /= range[i];
        }
        blankUnknownRanges(bars, base, result);
        blankShortHistory(size, base, result);
    }

    /**
     * The deepest fall from a peak to a later close in the window, as a fraction: -0.25 for a quarter, 0 when no close
     * lies below an earlier one. NaN while the window holds a close that is not above zero: a fraction of such a peak,
     * or a fall by more than everything, has no meaning.
     *
     * @param base for each bar the last bar at least 365 days older, see {@link CalendarIndex}
     */
    public void maximumDrawdown(BarSeries bars, int[] base, double[] result) {
        double[] close = bars.close();
        int size = bars.size();
        int end;
        for (int middle = 0; middle < size; middle = end) {
            end = endOfStretch(base, middle, size);
            fallsOfTail(close, base[middle] + 1, middle);
            fallsOfStretch(close, middle, end, base, result);
        }
        blankClosesNotPositive(bars, base, result);
        blankShortHistory(size, base, result);
    }

    /** The first bar whose window no longer holds bar {@code middle}; base never falls, so it can be searched by halves. */
    private static int endOfStretch(int[] base, int middle, int size) {
        int inside = middle;
        int outside = size;
        while (outside - inside > 1) {
            int between = (inside + outside) >>> 1;
            if (base[between] < middle) {
                inside = between;
            } else {
                outside = between;
            }
        }
        return outside;
    }

    private static void blankUnknownRanges(BarSeries bars, int[] base, double[] result) {
        if (bars.rangesAreKnown()) {
            return;
        }
        int lastUnknown = -1;
        for (int i = 0; i < bars.size(); i++) {
            lastUnknown = bars.low()[i] <= bars.high()[i] ? lastUnknown : i;
            result[i] = lastUnknown > base[i] ? Double.NaN : result[i];
        }
    }

    private static void blankClosesNotPositive(BarSeries bars, int[] base, double[] result) {
        if (bars.closesArePositive()) {
            return;
        }
        int lastNotPositive = -1;
        for (int i = 0; i < bars.size(); i++) {
            lastNotPositive = bars.close()[i] > 0 ? lastNotPositive : i;
            result[i] = lastNotPositive > base[i] ? Double.NaN : result[i];
        }
    }

    private static void blankShortHistory(int size, int[] base, double[] result) {
        int known = 0;
        while (known < size && base[known] < 0) {
            known++;
        }
        Arrays.fill(result, 0, known, Double.NaN);
    }

    /** tailTop[k] and tailBottom[k]: extremes of the k bars before {@code end}. */
    private void extremesOfTail(double[] high, double[] low, int start, int end) {
        double top = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        tailTop[0] = top;
        tailBottom[0] = bottom;
        for (int k = 1; k <= end - start; k++) {
            top = high[end - k] > top ? high[end - k] : top;
            bottom = low[end - k] < bottom ? low[end - k] : bottom;
            tailTop[k] = top;
            tailBottom[k] = bottom;
        }
    }

    /** tailTop[k]: the peak of the k bars before {@code end}; tailBottom[k]: their smallest ratio of trough to peak. */
    private void fallsOfTail(double[] close, int start, int end) {
        double peak = NO_PEAK;
        double trough = Double.POSITIVE_INFINITY;
        double ratio = 1;
        double bound = MARGIN;
        tailTop[0] = peak;
        tailBottom[0] = ratio;
        for (int k = 1; k <= end - start; k++) {
            double price = close[end - k];
            peak = price > peak ? price : peak;
            trough = price < trough ? price : trough;
            if (trough < bound * price) {
                ratio = Math.min(ratio, trough / price);
                bound = ratio * MARGIN;
            }
            tailTop[k] = peak;
            tailBottom[k] = ratio;
        }
    }

    /** A fall lies in the tail, or in the head, or runs from the tail's peak to the head's trough. */
    private void fallsOfStretch(double[] close, int middle, int end, int[] base, double[] result) {
        double peak = close[middle];
        double trough = peak;
        double ratio = 1;
        double bound = MARGIN;
        for (int i = middle; i < end; i++) {
            double price = close[i];
            trough = price < trough ? price : trough;
            if (price > peak) {
                peak = price;
            } else if (price < bound * peak) {
                ratio = Math.min(ratio, price / peak);
                bound = ratio * MARGIN;
            }
            int tail = middle - 1 - base[i];
            double tailPeak = tailTop[tail];
            double worst = tailBottom[tail] < ratio ? tailBottom[tail] : ratio;
            if (trough < worst * tailPeak * MARGIN) {
                worst = Math.min(worst, trough / tailPeak);
            }
            result[i] = worst - 1;
        }
    }
}
