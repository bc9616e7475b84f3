package io.lumia.quant.risk;

import io.lumia.kernel.AppException;
import io.lumia.quant.moments.Periods;
import java.util.stream.IntStream;

/**
 * A series against a benchmark of the same periods. Numbers that a constant series leaves undefined are NaN.
 *
 * @param beta covariance / variance of the benchmark (W. F. Sharpe, "Capital Asset Prices", Journal of Finance 1964)
 * @param alphaPerPeriod mean - beta × the benchmark's mean, without a risk-free rate (M. Jensen 1968 with rate 0)
 * @param correlation of the returns, between -1 and 1
 * @param downsideBeta beta over the periods in which the benchmark did not rise
 * @param trackingErrorAnnual standard deviation, n - 1, of the differences × √periodsPerYear
 * @param informationRatio mean difference × periodsPerYear / tracking error (R. Grinold, R. Kahn, "Active Portfolio
 *     Management", 1999)
 */
public record BenchmarkComparison(
        double beta,
        double alphaPerPeriod,
        double correlation,
        double downsideBeta,
        double trackingErrorAnnual,
        double informationRatio) {

    public static BenchmarkComparison of(ReturnSeries series, ReturnSeries benchmark, double periodsPerYear) {
        if (series.size() != benchmark.size()) {
            throw AppException.invalid(
                    "returns of the benchmark", benchmark.size(), series.size() + ", as the series has");
        }
        Periods.requirePositive(periodsPerYear);
        double beta = beta(series, benchmark);
        ReturnSeries active = series.less(benchmark);
        double trackingError = Performance.volatility(active, periodsPerYear);
        return new BenchmarkComparison(
                beta,
                series.mean() - beta * benchmark.mean(),
                series.moves() ? beta * benchmark.deviation() / series.deviation() : Double.NaN,
                downsideBeta(series, benchmark),
                trackingError,
                active.moves() ? active.mean() * periodsPerYear / trackingError : Double.NaN);
    }

    private static double beta(ReturnSeries series, ReturnSeries benchmark) {
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < series.size(); i++) {
            double deviation = benchmark.at(i) - benchmark.mean();
            covariance += (series.at(i) - series.mean()) * deviation;
            variance += deviation * deviation;
        }
        return benchmark.moves() ? covariance / variance : Double.NaN;
    }

    private static double downsideBeta(ReturnSeries series, ReturnSeries benchmark) {
        int[] days = IntStream.range(0, series.size())
                .filter(i -> benchmark.at(i) <= 0)
                .toArray();
        return days.length == 0 ? Double.NaN : beta(part(series, days), part(benchmark, days));
    }

    private static ReturnSeries part(ReturnSeries series, int[] days) {
        return ReturnSeries.of(IntStream.of(days).mapToDouble(series::at).toArray());
    }
}
