package io.lumia.quant.moments;

import io.lumia.kernel.AppException;

/** How numbers of one period become a year's. */
public final class Periods {

    private Periods() {}

    /** Fails with INVALID_INPUT unless the number of returns in a year is finite and above zero. */
    public static double requirePositive(double periodsPerYear) {
        if (!(periodsPerYear > 0 && periodsPerYear < Double.POSITIVE_INFINITY)) {
            throw AppException.invalid("periodsPerYear", periodsPerYear, "above zero, 252 for daily stock returns");
        }
        return periodsPerYear;
    }

    /**
     * (Π(1 + r))^(periodsPerYear / n) - 1 over the n returns that are not NaN; NaN when there are none, or when the product
     * is negative.
     */
    public static double compoundAnnual(double[] returns, double periodsPerYear) {
        double product = 1;
        int count = 0;
        for (double value : returns) {
            boolean known = !Double.isNaN(value);
            product *= known ? 1 + value : 1;
            count += known ? 1 : 0;
        }
        return count == 0 ? Double.NaN : StrictMath.pow(product, periodsPerYear / count) - 1;
    }
}
