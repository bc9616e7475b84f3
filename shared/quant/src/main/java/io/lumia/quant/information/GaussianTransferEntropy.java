package io.lumia.quant.information;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.GrowingCholesky;
import org.apache.commons.math3.special.Gamma;

/**
 * For jointly normal values: half the logarithm of how much smaller the variance of the target's regression errors gets when the
 * source's history joins the target's own (L. Barnett, A. Barrett, A. Seth, "Granger Causality and Transfer Entropy Are Equivalent
 * for Gaussian Variables", Physical Review Letters 103, 2009). Sees linear dependence only.
 */
public final class GaussianTransferEntropy extends TransferEntropy {

    private final Embedding embedding;

    private GaussianTransferEntropy(Embedding embedding) {
        super(embedding.samples());
        this.embedding = embedding;
    }

    /** Refuses series that do not move and, on estimation, histories of which one is a combination of the others. */
    public static GaussianTransferEntropy of(SeriesPair pair, HistoryLengths histories) {
        int fewest = histories.target() + histories.source() + 2;
        return new GaussianTransferEntropy(Embedding.of(pair, histories, fewest));
    }

    /**
     * How likely an estimate at least this large is where the source tells nothing: 2 n · estimate then follows a chi-square
     * distribution with as many degrees of freedom as the source's history has values (S. Wilks, "The Large-Sample Distribution of
     * the Likelihood Ratio", Annals of Mathematical Statistics 9, 1938). For many samples.
     */
    public double pValueAnalytic() {
        double halfChiSquare = samples() * Math.max(0, nats());
        return Gamma.regularizedGammaQ(embedding.sourcePast().length / 2.0, halfChiSquare);
    }

    @Override
    double nats(int[] sourceRows) {
        Embedding ordered = embedding.withSourceRows(sourceRows);
        Regression regression = new Regression(embedding.targetPast().length + embedding.sourcePast().length);
        regression.add("target's history", ordered.targetPast());
        double alone = regression.errorVariance(ordered.next());
        regression.add("source's history", ordered.sourcePast());
        double together = regression.errorVariance(ordered.next());
        return 0.5 * Math.log(alone / together);
    }

    /** Least squares on columns of mean 0 and deviation 1. */
    private static final class Regression {

        private final GrowingCholesky factor = new GrowingCholesky();
        private final double[][] columns;

        Regression(int most) {
            columns = new double[most][];
        }

        void add(String name, double[][] added) {
            for (int lag = 0; lag < added.length; lag++) {
                if (!factor.append(correlations(added[lag]), 1)) {
                    throw AppException.invalid(
                            name, "a combination of the others at lag " + (lag + 1), "linearly independent values");
                }
                columns[factor.size() - 1] = added[lag];
            }
        }

        double errorVariance(double[] next) {
            double[] explained = correlations(next);
            factor.forward(explained);
            double variance = 1 - dot(explained, explained);
            if (!(variance > GrowingCholesky.SMALLEST_PIVOT)) {
                throw AppException.invalid(
                        "variance of the target's regression errors",
                        variance,
                        "above zero: the histories leave no doubt");
            }
            return variance;
        }

        private double[] correlations(double[] column) {
            double[] correlations = new double[factor.size()];
            for (int i = 0; i < correlations.length; i++) {
                correlations[i] = dot(columns[i], column) / (column.length - 1);
            }
            return correlations;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
