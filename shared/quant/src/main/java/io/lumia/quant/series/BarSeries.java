package io.lumia.quant.series;

import io.lumia.kernel.AppException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * One asset's daily bars, oldest first, as parallel arrays.
 *
 * <p>Dates are exchange-local days counted from 1970-01-01, strictly ascending; gaps are allowed. Closes are finite, and
 * may be zero or negative (a future was settled at -37.63 in April 2020). High, low and volume may be NaN, which says
 * that they are unknown. The open is left out because no column reads it. Prices must already be on one basis, for
 * example all adjusted for splits: the loops see no corporate actions.
 */
public final class BarSeries {

    private final int[] epochDays;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final boolean plain;
    private final boolean closesArePositive;
    private final boolean rangesAreKnown;

    private BarSeries(int[] epochDays, double[] high, double[] low, double[] close, double[] volume) {
        this.epochDays = epochDays;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.plain = isPlain();
        this.closesArePositive = plain || SeriesChecks.allPositive(close);
        this.rangesAreKnown = plain || allRangesKnown();
    }

    /** Checks and takes over the arrays (no copies). */
    public static BarSeries of(int[] epochDays, double[] high, double[] low, double[] close, double[] volume) {
        SeriesChecks.sameLength("high", high, epochDays.length);
        SeriesChecks.sameLength("low", low, epochDays.length);
        SeriesChecks.sameLength("close", close, epochDays.length);
        SeriesChecks.sameLength("volume", volume, epochDays.length);
        SeriesChecks.ascending("epochDays", epochDays);
        BarSeries bars = new BarSeries(epochDays, high, low, close, volume);
        if (!bars.plain) {
            SeriesChecks.finite("close", close, epochDays);
            bars.requireAllowedRangesAndVolumes();
        }
        return bars;
    }

    public int size() {
        return epochDays.length;
    }

    public int[] epochDays() {
        return epochDays;
    }

    public double[] high() {
        return high;
    }

    public double[] low() {
        return low;
    }

    public double[] close() {
        return close;
    }

    public double[] volume() {
        return volume;
    }

    /** Whether every close is above zero, so that every return and every fraction of a price has a meaning. */
    public boolean closesArePositive() {
        return closesArePositive;
    }

    /** Whether every bar has a high and a low. */
    public boolean rangesAreKnown() {
        return rangesAreKnown;
    }

    /** The bars from {@code from} (inclusive) to {@code until} (exclusive), copied. */
    public BarSeries slice(int from, int until) {
        return new BarSeries(
                Arrays.copyOfRange(epochDays, from, until),
                Arrays.copyOfRange(high, from, until),
                Arrays.copyOfRange(low, from, until),
                Arrays.copyOfRange(close, from, until),
                Arrays.copyOfRange(volume, from, until));
    }

    /**
     * Whether there is nothing unusual at all: closes above zero, every range and volume known, everything finite. This
     * one sweep settles nearly every series; the exact questions are asked only of the others. A sum of products with
     * zero is zero unless one of the factors is infinite or NaN.
     */
    private boolean isPlain() {
        double probe = 0;
        for (int i = 0; i < close.length; i++) {
            if (!(close[i] > 0 && low[i] <= high[i] && volume[i] >= 0)) {
                return false;
            }
            probe += (close[i] + (high[i] - low[i]) + volume[i]) * 0;
        }
        return probe == 0;
    }

    private boolean allRangesKnown() {
        boolean known = true;
        for (int i = 0; i < close.length; i++) {
            known &= low[i] <= high[i];
        }
        return known;
    }

    private void requireAllowedRangesAndVolumes() {
        for (int i = 0; i < close.length; i++) {
            if (low[i] > high[i]) {
                throw refusal("low", i, low[i], "a price not above the high " + high[i] + ", or NaN for unknown");
            }
            if (Double.isInfinite(low[i]) || Double.isInfinite(high[i])) {
                throw refusal("high/low", i, high[i] + "/" + low[i], "finite prices, or NaN for unknown");
            }
            if (volume[i] < 0 || Double.isInfinite(volume[i])) {
                throw refusal("volume", i, volume[i], "a finite number >= 0, or NaN for unknown");
            }
        }
    }

    private AppException refusal(String field, int index, Object value, String allowed) {
        LocalDate date = LocalDate.ofEpochDay(epochDays[index]);
        return AppException.invalid("bars." + field + "[" + index + "] of " + date, value, allowed);
    }
}
