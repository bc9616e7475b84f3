package io.lumia.quant.risk;

import io.lumia.kernel.AppException;
import java.util.Arrays;

/** Simple returns of one asset or portfolio, per period, oldest first, at least one, all finite. Immutable. */
public final class ReturnSeries {

    /** Returns carry rounding errors of about 1e-16: a deviation below this is noise, the series is constant. */
    static final double SMALLEST_DEVIATION = 1e-12;

    private final double[] values;
    private final double mean;
    private final double variance;

    private ReturnSeries(double[] values) {
        this.values = values;
        this.mean = Arrays.stream(values).reduce(0, Double::sum) / values.length;
        this.variance = powerSum(2) / (values.length - 1);
    }

    /** Copies; fails with INVALID_INPUT that names the first return that is not finite. */
    public static ReturnSeries of(double... returns) {
        if (returns.length == 0) {
            throw AppException.invalid("number of returns", 0, "one or more");
        }
        for (int i = 0; i < returns.length; i++) {
            if (!Double.isFinite(returns[i])) {
                throw AppException.invalid("return [" + i + "]", returns[i], "a finite number");
            }
        }
        return new ReturnSeries(returns.clone());
    }

    public int size() {
        return values.length;
    }

    public double at(int index) {
        return values[index];
    }

    /** Freshly made. */
    public double[] toArray() {
        return values.clone();
    }

    /** Freshly made, lowest first. */
    double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    public double mean() {
        return mean;
    }

    /** With n - 1 degrees of freedom; NaN for a single return. */
    public double deviation() {
        return Math.sqrt(variance);
    }

    /** Whether there is movement to divide by. */
    boolean moves() {
        return deviation() > SMALLEST_DEVIATION;
    }

    /** Third standardised moment with n in every denominator ("biased"), 0 for a symmetric series; NaN for a constant one. */
    public double skewness() {
        double biased = powerSum(2) / size();
        return moves() ? powerSum(3) / size() / (biased * Math.sqrt(biased)) : Double.NaN;
    }

    /** Fourth standardised moment, "biased", less the 3 of a normal distribution; NaN for a constant series. */
    public double excessKurtosis() {
        double biased = powerSum(2) / size();
        return moves() ? powerSum(4) / size() / (biased * biased) - 3 : Double.NaN;
    }

    /** This less another series, period by period. */
    ReturnSeries less(ReturnSeries other) {
        double[] differences = new double[values.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i] - other.values[i];
        }
        return new ReturnSeries(differences);
    }

    private double powerSum(int power) {
        double sum = 0;
        for (double value : values) {
            double deviation = value - mean;
            double product = deviation * deviation;
            for (int k = 2; k < power; k++) {
                product *= deviation;
            }
            sum += product;
        }
        return sum;
    }
}
