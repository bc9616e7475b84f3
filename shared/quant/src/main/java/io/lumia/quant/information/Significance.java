package io.lumia.quant.information;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether an estimate is more than what chance gives: it is held against estimates with the source's histories in drawn orders. Each
 * keeps what the target's past tells and how both histories are distributed, and breaks what the source could tell.
 *
 * @param nats               the estimate itself
 * @param surrogateMean      of the estimates in drawn orders, in nats: the estimator's bias
 * @param surrogateDeviation theirs, with n - 1 degrees of freedom: the estimator's noise
 * @param pValue             (1 + how many of them are not smaller) / (1 + how many there are): never zero, and valid for any number of
 *     them (B. Phipson, G. Smyth, "Permutation P-values Should Never Be Zero", Statistical Applications in Genetics and Molecular
 *     Biology 9, 2010)
 */
public record Significance(double nats, double surrogateMean, double surrogateDeviation, double pValue) {

    /** With fewer, no p-value would come down to 0.05. */
    public static final int MIN_SURROGATES = 19;

    public static final int MAX_SURROGATES = 10_000;

    /**
     * @param surrogates drawn orders; takes that many times one estimate
     * @param seed the same seed gives the same answer
     */
    public static Significance of(TransferEntropy estimate, int surrogates, long seed) {
        if (surrogates < MIN_SURROGATES || surrogates > MAX_SURROGATES) {
            throw AppException.invalid("surrogates", surrogates, MIN_SURROGATES + " to " + MAX_SURROGATES);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] sourceRows = IntStream.range(0, estimate.samples()).toArray();
        double[] drawn = new double[surrogates];
        for (int i = 0; i < surrogates; i++) {
            shuffle(sourceRows, random);
            drawn[i] = estimate.nats(sourceRows);
        }
        return of(estimate.nats(), drawn);
    }

    static Significance of(double nats, double[] drawn) {
        double mean = Arrays.stream(drawn).sum() / drawn.length;
        double squares = Arrays.stream(drawn)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        long notSmaller = Arrays.stream(drawn).filter(value -> value >= nats).count();
        return new Significance(
                nats, mean, Math.sqrt(squares / (drawn.length - 1)), (1.0 + notSmaller) / (1.0 + drawn.length));
    }

    /** The estimate less its bias, in nats; may be negative. */
    public double excessNats() {
        return nats - surrogateMean;
    }

    /** Every order is equally likely (R. Fisher and F. Yates; R. Durstenfeld, "Algorithm 235", 1964). */
    private static void shuffle(int[] rows, SplittableRandom random) {
        for (int last = rows.length - 1; last > 0; last--) {
            int drawn = random.nextInt(last + 1);
            int kept = rows[last];
            rows[last] = rows[drawn];
            rows[drawn] = kept;
        }
    }
}
