package io.lumia.quant.cardinality;

import io.lumia.kernel.AppException;

/** How many assets may be held, and how much of each. Weights sum to one. */
public sealed interface Holding {

    /** At most this many assets have a weight. */
    int most();

    /** Exactly this many assets, 1 / {@code most} of each. */
    record Equal(int most) implements Holding {
        public Equal {
            requirePositive(most);
        }
    }

    /** At most {@code most} assets; each that is held has a weight from {@code lower} to {@code upper}, fractions. */
    record Between(int most, double lower, double upper) implements Holding {

        /** Of a sum of weights: ten times 0.1 is one. */
        private static final double ROUNDING = 1e-12;

        public Between {
            requirePositive(most);
            if (!(lower >= 0 && lower <= 1)) {
                throw AppException.invalid("least weight of a held asset", lower, "0 to 1");
            }
            if (!(upper >= lower && upper <= 1 && upper > 0)) {
                throw AppException.invalid(
                        "largest weight of a held asset",
                        upper,
                        "above 0, the least weight of %s to 1".formatted(lower));
            }
            if (!reaches(most, lower, upper)) {
                throw AppException.invalid(
                        "limits of weights",
                        "%s to %s for at most %d assets".formatted(lower, upper, most),
                        "some number of assets whose least weights sum to 1 or less and whose largest to 1 or more");
            }
        }

        private static boolean reaches(int most, double lower, double upper) {
            double fitting = lower > 0 ? Math.min(most, Math.floor((1 + ROUNDING) / lower)) : most;
            return fitting * upper >= 1 - ROUNDING;
        }
    }

    private static void requirePositive(int most) {
        if (most < 1) {
            throw AppException.invalid("number of assets to hold", most, "1 or more");
        }
    }
}
