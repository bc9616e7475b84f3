package io.lumia.quant.risk;

import io.lumia.kernel.AppException;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How sure a value at risk shall be.
 *
 * @param level 0.95: on one of twenty periods the loss is expected to be larger; between 0.5 and 1, both excluded
 */
public record Confidence(double level) {

    public static final Confidence OF_95_PERCENT = new Confidence(0.95);
    public static final Confidence OF_99_PERCENT = new Confidence(0.99);

    /** Without a generator: the library's own would be seeded from the clock, and nothing is drawn here. */
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    public Confidence {
        if (!(level > 0.5 && level < 1)) {
            throw AppException.invalid("confidence", level, "above 0.5 and below 1, such as 0.95");
        }
    }

    /** The share of periods beyond, 0.05. */
    double tail() {
        return 1 - level;
    }

    /** The standard normal quantile of the level, 1.645 for 95 %. */
    double normalQuantile() {
        return -NORMAL.inverseCumulativeProbability(tail());
    }

    /** The standard normal density there. */
    double normalDensity() {
        return NORMAL.density(normalQuantile());
    }
}
