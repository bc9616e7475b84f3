package io.lumia.quant.moments;

import org.apache.commons.math3.stat.correlation.Covariance;

/** Shrinkage intensities pair by pair and day by day, as the papers define them; slow. */
final class DirectShrinkage {

    private DirectShrinkage() {}

    /** Ledoit and Wolf 2004, "A well-conditioned estimator": b̄² / d², the sample having days in its denominator. */
    static double toConstantVariance(double[][] returns) {
        int days = returns.length;
        int assets = returns[0].length;
        double[][] centred = centred(returns);
        double[][] sample = new Covariance(returns, false).getCovarianceMatrix().getData();
        double mean = 0;
        for (int i = 0; i < assets; i++) {
            mean += sample[i][i] / assets;
        }
        double dispersion = 0;
        double error = 0;
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                dispersion += Math.pow(sample[i][j] - (i == j ? mean : 0), 2);
                for (double[] day : centred) {
                    error += Math.pow(day[i] * day[j] - sample[i][j], 2) / days / days;
                }
            }
        }
        return Math.min(error, dispersion) / dispersion;
    }

    /** Ledoit and Wolf 2004, "Honey", appendix B, with PyPortfolioOpt's sample: days - 1 in its denominator. */
    static double toConstantCorrelation(double[][] returns) {
        int days = returns.length;
        int assets = returns[0].length;
        double[][] centred = centred(returns);
        double[][] sample = new Covariance(returns).getCovarianceMatrix().getData();
        double correlation = 0;
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < i; j++) {
                correlation += sample[i][j] / Math.sqrt(sample[i][i] * sample[j][j]) * 2 / (assets * (assets - 1.0));
            }
        }
        double pi = 0;
        double rho = 0;
        double gamma = 0;
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                double asymptotic = 0;
                double mixed = 0;
                for (double[] day : centred) {
                    double product = day[i] * day[j] - sample[i][j];
                    asymptotic += product * product / days;
                    mixed += (day[i] * day[i] - sample[i][i]) * product / days;
                }
                pi += asymptotic;
                double deviations = Math.sqrt(sample[i][i] * sample[j][j]);
                rho += i == j ? asymptotic : correlation * Math.sqrt(sample[j][j] / sample[i][i]) * mixed;
                gamma += i == j ? 0 : Math.pow(correlation * deviations - sample[i][j], 2);
            }
        }
        return Math.max(0, Math.min(1, (pi - rho) / gamma / days));
    }

    private static double[][] centred(double[][] returns) {
        double[][] centred = new double[returns.length][returns[0].length];
        for (int asset = 0; asset < returns[0].length; asset++) {
            double mean = 0;
            for (double[] day : returns) {
                mean += day[asset] / returns.length;
            }
            for (int day = 0; day < returns.length; day++) {
                centred[day][asset] = returns[day][asset] - mean;
            }
        }
        return centred;
    }
}
