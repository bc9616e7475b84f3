package io.lumia.sentiment.vader;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounds the exact value of a double to decimals, a tie to the even neighbour, as Python's {@code round} does: 0.0625
 * gives 0.062, and 0.0005 gives 0.001 since that double lies a little above one half of a thousandth.
 */
final class Decimals {

    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000};

    /** Far more than the multiplication's rounding error for values up to 1, and still rarely met. */
    private static final double NEAR_TIE = 1e-6;

    private Decimals() {}

    /**
     * @param value    -1 to 1
     * @param decimals 0 to 4
     * @return never -0.0
     */
    static double round(double value, int decimals) {
        double scaled = value * POWERS_OF_TEN[decimals];
        double nearest = Math.rint(scaled);
        if (Math.abs(Math.abs(scaled - nearest) - 0.5) < NEAR_TIE) {
            return exactly(value, decimals);
        }
        return nearest / POWERS_OF_TEN[decimals] + 0.0;
    }

    private static double exactly(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
