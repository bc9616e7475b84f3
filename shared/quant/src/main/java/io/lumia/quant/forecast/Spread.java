package io.lumia.quant.forecast;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.Loops;
import java.util.Arrays;

/**
 * Where numbers lie and how far apart.
 *
 * @param deviation standard deviation with n in the denominator ("ddof 0"); exactly zero where all differences are rounding
 */
record Spread(double mean, double deviation) {

    /** Part of the largest number below which a deviation is noise: sums of some hundred numbers round off 1e-14 of it. */
    static final double NOISE = 1e-12;

    static Spread of(double[] values) {
        double mean = Loops.sum(values) / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        if (!Double.isFinite(deviation)) {
            throw AppException.invalid(
                    "standard deviation", deviation, "a finite number, of values that are finite and below 1e150");
        }
        return new Spread(mean, deviation > NOISE * Loops.largest(values) ? deviation : 0);
    }

    /** In deviations from the mean; zero where there is no deviation to measure with. */
    double standardised(double value) {
        return deviation == 0 ? 0 : (value - mean) / deviation;
    }

    double[] standardised(double[] values) {
        return Arrays.stream(values).map(this::standardised).toArray();
    }
}
