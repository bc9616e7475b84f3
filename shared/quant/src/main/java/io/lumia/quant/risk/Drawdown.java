package io.lumia.quant.risk;

/**
 * The deepest fall of the compounded value from a high before it, the value before the first return counting as a high.
 *
 * @param depth trough / peak - 1, zero or below: -0.3 when 30 % of the peak was lost
 * @param peak index of the return that led to the peak, {@link #START} for the value before the first
 * @param trough index of the return that led to the trough; the same as the peak when nothing fell
 */
public record Drawdown(double depth, int peak, int trough) {

    public static final int START = -1;

    /** The earliest of the deepest. */
    public static Drawdown deepest(ReturnSeries series) {
        Drawdown deepest = new Drawdown(0, START, START);
        double value = 1;
        double high = 1;
        int peak = START;
        for (int i = 0; i < series.size(); i++) {
            value *= 1 + series.at(i);
            if (value > high) {
                high = value;
                peak = i;
            }
            double depth = value / high - 1;
            deepest = depth < deepest.depth ? new Drawdown(depth, peak, i) : deepest;
        }
        return deepest;
    }
}
