package io.lumia.quant.risk;

import io.lumia.quant.moments.Periods;

/**
 * Return and risk of one series, annualised with the number of its periods in a year.
 *
 * @see <a href="https://github.com/quantopian/empyrical">empyrical, whose definitions these are</a>
 */
public final class Performance {

    private Performance() {}

    /** Π(1 + r) - 1 over the whole series. */
    public static double totalReturn(ReturnSeries series) {
        double product = 1;
        for (int i = 0; i < series.size(); i++) {
            product *= 1 + series.at(i);
        }
        return product - 1;
    }

    /** (Π(1 + r))^(periodsPerYear / n) - 1; NaN when more than everything was lost. */
    public static double compoundAnnualReturn(ReturnSeries series, double periodsPerYear) {
        Periods.requirePositive(periodsPerYear);
        return Periods.compoundAnnual(series.toArray(), periodsPerYear);
    }

    /** Standard deviation, n - 1, times √periodsPerYear; NaN for a single return. */
    public static double volatility(ReturnSeries series, double periodsPerYear) {
        return series.deviation() * Math.sqrt(Periods.requirePositive(periodsPerYear));
    }

    /**
     * (mean × periodsPerYear - riskFreeAnnual) / volatility (W. F. Sharpe, "The Sharpe Ratio", Journal of Portfolio
     * Management 21, 1994); NaN for a series that does not move. Below zero when the excess is.
     */
    public static double sharpe(ReturnSeries series, double riskFreeAnnual, double periodsPerYear) {
        double excess = series.mean() * Periods.requirePositive(periodsPerYear) - riskFreeAnnual;
        return series.moves() ? excess / volatility(series, periodsPerYear) : Double.NaN;
    }

    /**
     * √(mean over all periods of min(r - minimum, 0)²) × √periodsPerYear; 0 when no return is below the minimum.
     *
     * @param minimumPerPeriod acceptable return of one period, often 0
     */
    public static double downsideDeviation(ReturnSeries series, double minimumPerPeriod, double periodsPerYear) {
        double sum = 0;
        for (int i = 0; i < series.size(); i++) {
            double shortfall = Math.min(series.at(i) - minimumPerPeriod, 0);
            sum += shortfall * shortfall;
        }
        return Math.sqrt(sum / series.size()) * Math.sqrt(Periods.requirePositive(periodsPerYear));
    }

    /**
     * (mean - minimum) × periodsPerYear / downside deviation (F. Sortino, L. Price, "Performance Measurement in a Downside Risk
     * Framework", Journal of Investing 3, 1994); NaN when no return is below the minimum.
     */
    public static double sortino(ReturnSeries series, double minimumPerPeriod, double periodsPerYear) {
        double excess = (series.mean() - minimumPerPeriod) * periodsPerYear;
        double downside = downsideDeviation(series, minimumPerPeriod, periodsPerYear);
        return downside > ReturnSeries.SMALLEST_DEVIATION ? excess / downside : Double.NaN;
    }

    /**
     * Compound annual return / |maximum drawdown| over the whole series (T. W. Young, "Calmar Ratio: A Smoother Tool", Futures
     * 1991, there over 36 months); NaN for a series that never fell.
     */
    public static double calmar(ReturnSeries series, double periodsPerYear) {
        double depth = Drawdown.deepest(series).depth();
        return depth < 0 ? compoundAnnualReturn(series, periodsPerYear) / -depth : Double.NaN;
    }

    /**
     * Σ max(r - threshold, 0) / Σ max(threshold - r, 0) (C. Keating, W. Shadwick, "A Universal Performance Measure", Journal of
     * Performance Measurement 6, 2002); NaN when nothing is below the threshold.
     */
    public static double omega(ReturnSeries series, double thresholdPerPeriod) {
        double gains = 0;
        double losses = 0;
        for (int i = 0; i < series.size(); i++) {
            gains += Math.max(series.at(i) - thresholdPerPeriod, 0);
            losses += Math.max(thresholdPerPeriod - series.at(i), 0);
        }
        return losses > 0 ? gains / losses : Double.NaN;
    }
}
