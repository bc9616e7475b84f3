package io.lumia.quant.moments;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.CovarianceEstimate.ShrinkageTarget;
import io.lumia.quant.moments.CovarianceEstimate.Treatment;

/**
 * Shrunk covariances: intensity × target + (1 - intensity) × sample, with the intensity that is expected to err least.
 *
 * <p>Both intensities need sums over all pairs of assets of fourth moments. Written as matrices these cost as much as the
 * covariance once or twice more; but Σᵢⱼ Σₜ aᵢₜ bⱼₜ = Σₜ (Σᵢ aᵢₜ)(Σⱼ bⱼₜ), so here they cost one pass over the table.
 */
public final class LedoitWolf {

    /** A deviation of daily returns below this is rounding noise: the series is constant. */
    private static final double SMALLEST_DEVIATION = 1e-12;

    /** Of squared variances: a difference between sample and target below this is rounding noise. */
    private static final double ROUNDING = 1e-14;

    private LedoitWolf() {}

    /**
     * Shrunk to the mean variance on the diagonal and zero beside it (O. Ledoit, M. Wolf, "A well-conditioned estimator for
     * large-dimensional covariance matrices", Journal of Multivariate Analysis 88, 2004; scikit-learn's {@code LedoitWolf}).
     * The sample covariance in it has days, not days - 1, in its denominator. Where target and sample are the same, as
     * for one asset, the intensity is 0.
     */
    public static CovarianceEstimate toConstantVariance(ReturnTable table, double periodsPerYear) {
        Periods.requirePositive(periodsPerYear);
        double[][] deviations = Covariances.deviations(table);
        int days = table.days();
        int assets = table.assets();
        double[][] sample = CrossProducts.lowerTriangle(deviations, assets);
        divide(sample, days);
        double meanVariance = trace(sample) / assets;
        double squares = sumOfSquares(sample);
        double dispersion = squares / assets - meanVariance * meanVariance;
        double error = (sumOfSquaredNorms(deviations) / days - squares) / assets / days;
        boolean alike = dispersion <= ROUNDING * meanVariance * meanVariance;
        double intensity = alike ? 0 : Math.clamp(error / dispersion, 0, 1);
        for (int row = 0; row < assets; row++) {
            multiply(sample[row], 1 - intensity);
            sample[row][row] += intensity * meanVariance;
        }
        return estimate(sample, periodsPerYear, days, ShrinkageTarget.CONSTANT_VARIANCE, intensity);
    }

    /**
     * Shrunk to the sample's variances with the mean of its correlations between all (O. Ledoit, M. Wolf, "Honey, I Shrunk the
     * Sample Covariance Matrix", Journal of Portfolio Management 30, 2004, appendix B), in PyPortfolioOpt's version: the sample
     * has days - 1 in its denominator, the fourth moments have days. An asset whose returns do not move is refused, since
     * it has no correlation. Where target and sample are the same, as for one asset or two, the intensity is 0.
     */
    public static CovarianceEstimate toConstantCorrelation(ReturnTable table, double periodsPerYear) {
        Periods.requirePositive(periodsPerYear);
        double[][] deviations = Covariances.deviations(table);
        double[][] sample = CrossProducts.lowerTriangle(deviations, table.assets());
        divide(sample, table.days() - 1);
        double[] deviation = standardDeviations(sample);
        double correlation = meanCorrelation(sample, deviation);
        double intensity = intensityToCorrelation(deviations, sample, deviation, correlation);
        for (int row = 0; row < sample.length; row++) {
            double variance = sample[row][row];
            for (int column = 0; column < row; column++) {
                double target = correlation * deviation[row] * deviation[column];
                sample[row][column] = intensity * target + (1 - intensity) * sample[row][column];
            }
            sample[row][row] = variance;
        }
        return estimate(sample, periodsPerYear, table.days(), ShrinkageTarget.CONSTANT_CORRELATION, intensity);
    }

    private static CovarianceEstimate estimate(
            double[][] lower, double periodsPerYear, int days, ShrinkageTarget target, double intensity) {
        SymmetricMatrix matrix = Covariances.scaled(lower, periodsPerYear);
        return new CovarianceEstimate(matrix, new Treatment.Shrunk(days, target, intensity));
    }

    /** (π - ρ) / γ / days between 0 and 1, in the paper's letters. */
    private static double intensityToCorrelation(
            double[][] deviations, double[][] sample, double[] deviation, double correlation) {
        double days = deviations.length;
        double gap = squaredGap(sample, deviation, correlation);
        if (!(gap > 0)) {
            return 0;
        }
        // The mean product of deviations is not the sample s but s (days - 1) / days; hence fourth moments lose,
        // instead
        // of s², s² times this.
        double overlap = 2 * (days - 1) / days - 1;
        double fourthMoments = sumOfSquaredNorms(deviations) / days - overlap * sumOfSquares(sample);
        double ownMoments = sumOfFourthPowers(deviations) / days - overlap * sumOfSquaredVariances(sample);
        double mixedMoments = sumOfMixedPowers(deviations, deviation) / days - overlap * weightedSum(sample, deviation);
        double covariation = ownMoments + correlation * mixedMoments;
        return Math.clamp((fourthMoments - covariation) / gap / days, 0, 1);
    }

    /** Σₜ Σ over pairs i ≠ j of yᵢₜ³ yⱼₜ dⱼ / dᵢ. */
    private static double sumOfMixedPowers(double[][] deviations, double[] deviation) {
        double sum = 0;
        for (double[] day : deviations) {
            double cubes = 0;
            double scaled = 0;
            double fourths = 0;
            for (int i = 0; i < day.length; i++) {
                double square = day[i] * day[i];
                cubes += square * day[i] / deviation[i];
                scaled += day[i] * deviation[i];
                fourths += square * square;
            }
            sum += cubes * scaled - fourths;
        }
        return sum;
    }

    private static double sumOfFourthPowers(double[][] deviations) {
        double sum = 0;
        for (double[] day : deviations) {
            for (double value : day) {
                sum += value * value * (value * value);
            }
        }
        return sum;
    }

    private static double sumOfSquaredVariances(double[][] sample) {
        double sum = 0;
        for (int row = 0; row < sample.length; row++) {
            sum += sample[row][row] * sample[row][row];
        }
        return sum;
    }

    /** Σ over pairs i ≠ j of sᵢⱼ dᵢ dⱼ. */
    private static double weightedSum(double[][] sample, double[] deviation) {
        double sum = 0;
        for (int row = 0; row < sample.length; row++) {
            for (int column = 0; column < row; column++) {
                sum += 2 * deviation[row] * deviation[column] * sample[row][column];
            }
        }
        return sum;
    }

    /** Σ over all pairs of (target - sample)²; rounding noise counts as zero. */
    private static double squaredGap(double[][] sample, double[] deviation, double correlation) {
        double gap = 0;
        double scale = 0;
        for (int row = 0; row < sample.length; row++) {
            for (int column = 0; column < row; column++) {
                double product = deviation[row] * deviation[column];
                double difference = correlation * product - sample[row][column];
                gap += 2 * difference * difference;
                scale += product * product;
            }
        }
        return gap > ROUNDING * ROUNDING * scale ? gap : 0;
    }

    private static double[] standardDeviations(double[][] sample) {
        double[] deviation = new double[sample.length];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = Math.sqrt(sample[i][i]);
            if (!(deviation[i] > SMALLEST_DEVIATION)) {
                throw AppException.invalid(
                        "deviation of the returns of asset " + i,
                        deviation[i],
                        "above " + SMALLEST_DEVIATION + "; a constant series has no correlation");
            }
        }
        return deviation;
    }

    private static double meanCorrelation(double[][] sample, double[] deviation) {
        double sum = 0;
        for (int row = 0; row < sample.length; row++) {
            for (int column = 0; column < row; column++) {
                sum += sample[row][column] / (deviation[row] * deviation[column]);
            }
        }
        double pairs = 0.5 * sample.length * (sample.length - 1);
        return pairs > 0 ? sum / pairs : 0;
    }

    private static void divide(double[][] lower, double divisor) {
        for (double[] row : lower) {
            for (int column = 0; column < row.length; column++) {
                row[column] /= divisor;
            }
        }
    }

    private static void multiply(double[] row, double factor) {
        for (int column = 0; column < row.length; column++) {
            row[column] *= factor;
        }
    }

    private static double trace(double[][] lower) {
        double sum = 0;
        for (int row = 0; row < lower.length; row++) {
            sum += lower[row][row];
        }
        return sum;
    }

    /** Over both triangles. */
    private static double sumOfSquares(double[][] lower) {
        double sum = 0;
        for (int row = 0; row < lower.length; row++) {
            for (int column = 0; column < row; column++) {
                sum += 2 * lower[row][column] * lower[row][column];
            }
            sum += lower[row][row] * lower[row][row];
        }
        return sum;
    }

    /** Σₜ (Σᵢ yᵢₜ²)², which is Σᵢⱼ Σₜ yᵢₜ² yⱼₜ². */
    private static double sumOfSquaredNorms(double[][] deviations) {
        double sum = 0;
        for (double[] day : deviations) {
            double norm = 0;
            for (double value : day) {
                norm += value * value;
            }
            sum += norm * norm;
        }
        return sum;
    }
}
