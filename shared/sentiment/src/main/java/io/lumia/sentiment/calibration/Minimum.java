package io.lumia.sentiment.calibration;

import java.util.function.DoubleUnaryOperator;

/** The lowest point of a function that falls and then rises, by golden-section search (Kiefer 1953). */
final class Minimum {

    /** Each step keeps 62 % of the interval: 60 steps leave a 10⁻¹² of it. */
    private static final int STEPS = 60;

    private static final double GOLDEN = (Math.sqrt(5.0) - 1.0) / 2.0;

    private Minimum() {}

    static double of(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        for (int step = 0; step < STEPS; step++) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return (low + high) / 2.0;
    }
}
