package io.lumia.quant.risk;

/**
 * Value at risk and tail mean of the returns as they were, for one period, as positive losses. How a quantile between two
 * returns is read is a choice, and with few returns in the tail it matters: so each choice has a name.
 */
public final class HistoricalRisk {

    /** Rounding in (1 - level) × n, such as 50.00000000000004 for 5 % of 1,000, does not make another return. */
    private static final double COUNT_TOLERANCE = 1e-9;

    private final double[] sorted;
    private final double tail;

    private HistoricalRisk(double[] sorted, double tail) {
        this.sorted = sorted;
        this.tail = tail;
    }

    /** Sorts once, for any number of questions. */
    public static HistoricalRisk of(ReturnSeries series, Confidence confidence) {
        return new HistoricalRisk(series.sorted(), confidence.tail());
    }

    /**
     * The quantile at position (n - 1)(1 - level) among the sorted returns, interpolated (R. Hyndman, Y. Fan, "Sample
     * Quantiles in Statistical Packages", American Statistician 50, 1996, definition 7; numpy's default).
     */
    public double varInterpolated() {
        return -quantile();
    }

    /** The ⌈(1 - level) n⌉-th lowest return: a loss that did occur. */
    public double varObserved() {
        return -sorted[(int) Math.ceil(tail * sorted.length - COUNT_TOLERANCE) - 1];
    }

    /** Mean of the returns at or below {@link #varInterpolated}. */
    public double cvarBelowQuantile() {
        double quantile = quantile();
        int count = 1;
        while (count < sorted.length && sorted[count] <= quantile) {
            count++;
        }
        return -lowestSum(count) / count;
    }

    /** Mean of the lowest ⌊(n - 1)(1 - level)⌋ + 1 returns (empyrical's {@code conditional_value_at_risk}). */
    public double cvarOfLowest() {
        int count = lowerPosition() + 1;
        return -lowestSum(count) / count;
    }

    /**
     * Mean of exactly the lowest (1 - level) n returns, the last of them in part (R. T. Rockafellar, S. Uryasev, "Optimization
     * of Conditional Value-at-Risk", Journal of Risk 2, 2000). It is what the minimum-CVaR portfolio minimises, and
     * coherent: a mixture never has more than its parts.
     */
    public double cvarFractional() {
        double count = tail * sorted.length;
        int whole = (int) Math.floor(count + COUNT_TOLERANCE);
        double rest = Math.max(0, count - whole);
        return -(lowestSum(whole) + rest * sorted[whole]) / count;
    }

    private double quantile() {
        int lower = lowerPosition();
        double fraction = tail * (sorted.length - 1) - lower;
        boolean between = fraction > COUNT_TOLERANCE && lower + 1 < sorted.length;
        return between ? sorted[lower] + fraction * (sorted[lower + 1] - sorted[lower]) : sorted[lower];
    }

    private int lowerPosition() {
        return (int) Math.floor(tail * (sorted.length - 1) + COUNT_TOLERANCE);
    }

    private double lowestSum(int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sorted[i];
        }
        return sum;
    }
}
