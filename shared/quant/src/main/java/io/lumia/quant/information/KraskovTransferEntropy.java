package io.lumia.quant.information;

import io.lumia.kernel.AppException;
import org.apache.commons.math3.special.Gamma;

/**
 * From distances to the K nearest neighbours, without assuming a distribution: A. Kraskov, H. Stögbauer, P. Grassberger, "Estimating
 * Mutual Information", Physical Review E 69, 2004, made conditional on the target's history as S. Frenzel and B. Pompe do, "Partial
 * Mutual Information for Coupling Analysis of Multivariate Time Series", Physical Review Letters 99, 2007. With x the next value, y
 * the source's history and z the target's, and n the other samples counted near a sample:
 *
 * <ul>
 *   <li>first: ψ(K) + ⟨ψ(n_z + 1) - ψ(n_xz + 1) - ψ(n_yz + 1)⟩;
 *   <li>second: ψ(K) - 2/K + ⟨ψ(n_z) - ψ(n_xz) + 1/n_xz - ψ(n_yz) + 1/n_yz⟩: a count n in a box with m edges of its
 *       own stands for ψ(n) - (m - 1)/n (Kraskov and others), and m is 3 for K, 2 for n_xz and n_yz, 1 for n_z.
 * </ul>
 *
 * <p>Distance is the largest difference of any value (maximum norm) after each has been scaled to deviation 1. No noise is added:
 * the same input gives the same number. With daily returns the noise of the estimate is about 0.02 nats at 1,000 samples, more than what
 * there is to find, and it may be negative. It takes time in proportion to the square of the samples, 7 ms for 1,000 and 0.1 s for 5,000.
 * For continuous values: where most differences are equal, as on a coarse grid, rounding decides what is nearer; count codes then.
 */
public final class KraskovTransferEntropy extends TransferEntropy {

    /** 10⁸ distances for one estimate. */
    public static final int MAX_SAMPLES = 10_000;

    public static final int MAX_NEIGHBOURS = 100;

    /** Which of the two estimators of Kraskov and others; they differ by their bias. */
    public enum Algorithm {
        /** Counts in one distance, that of the K-th neighbour, nearer only. Less noise, more bias. */
        FIRST,
        /**
         * Counts in the smallest box around the K neighbours, its edge included. Where values repeat (days without a move) several
         * may be equally far, and which are taken changes the estimate, by some 0.001 nats at 1,000 daily returns. Here it is
         * the one with the smaller sum of distances in x, y and z, then the earlier.
         */
        SECOND
    }

    private final Embedding embedding;
    private final Algorithm algorithm;
    private final int neighbours;
    private final double[] digamma;

    private KraskovTransferEntropy(Embedding embedding, Algorithm algorithm, int neighbours) {
        super(embedding.samples());
        this.embedding = embedding;
        this.algorithm = algorithm;
        this.neighbours = neighbours;
        this.digamma = digamma(samples());
    }

    /**
     * Refuses series that do not move.
     *
     * @param neighbours K; 4 is usual, more lessen the noise and blur what is fine
     */
    public static KraskovTransferEntropy of(
            SeriesPair pair, HistoryLengths histories, Algorithm algorithm, int neighbours) {
        if (neighbours < 1 || neighbours > MAX_NEIGHBOURS) {
            throw AppException.invalid("neighbours", neighbours, "1 to " + MAX_NEIGHBOURS);
        }
        Embedding embedding = Embedding.of(pair, histories, neighbours + 1);
        if (embedding.samples() > MAX_SAMPLES) {
            throw AppException.invalid("samples", embedding.samples(), "at most " + MAX_SAMPLES);
        }
        return new KraskovTransferEntropy(embedding, algorithm, neighbours);
    }

    @Override
    double nats(int[] sourceRows) {
        Neighbourhood neighbourhood = new Neighbourhood(embedding.withSourceRows(sourceRows), neighbours);
        double sum = 0;
        for (int i = 0; i < samples(); i++) {
            neighbourhood.moveTo(i);
            sum += switch (algorithm) {
                case FIRST -> inOneDistance(neighbourhood.countNearer());
                case SECOND -> inABox(neighbourhood.countInBox());
            };
        }
        return sum / samples()
                + switch (algorithm) {
                    case FIRST -> digamma[neighbours];
                    case SECOND -> digamma[neighbours] - 2.0 / neighbours;
                };
    }

    private double inOneDistance(Neighbourhood.Counts counts) {
        return digamma[counts.past() + 1] - digamma[counts.pastAndNext() + 1] - digamma[counts.both() + 1];
    }

    private double inABox(Neighbourhood.Counts counts) {
        return digamma[counts.past()]
                - digamma[counts.pastAndNext()]
                + 1.0 / counts.pastAndNext()
                - digamma[counts.both()]
                + 1.0 / counts.both();
    }

    /** Of 1 to {@code most}, by ψ(1) = -γ and ψ(n + 1) = ψ(n) + 1/n, exact where commons-math errs by 3e-9; of 0 there is none. */
    static double[] digamma(int most) {
        double[] digamma = new double[most + 1];
        digamma[0] = Double.NaN;
        digamma[1] = -Gamma.GAMMA;
        for (int n = 1; n < most; n++) {
            digamma[n + 1] = digamma[n] + 1.0 / n;
        }
        return digamma;
    }
}
