package io.lumia.web.http;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How calculated numbers are written. Stored ones are not touched: their shortest decimal is what was stored. */
public final class Decimals {

    /** Digits of a calculated number: fewer than a double has, so that no 175.83999999999997 is shown for 175.84. */
    public static final int SIGNIFICANT_DIGITS = 12;

    private static final MathContext ROUNDING = new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN);

    private Decimals() {}

    /** The number to {@link #SIGNIFICANT_DIGITS}; NaN stays NaN. */
    public static double rounded(double calculated) {
        if (!Double.isFinite(calculated) || calculated == Math.rint(calculated)) {
            return calculated;
        }
        return BigDecimal.valueOf(calculated).round(ROUNDING).doubleValue();
    }

    /** Written out: 10000000000, never 1.0E10. */
    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE / 2) {
            return Long.toString((long) value);
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
