package io.lumia.quant.golden;

import io.lumia.quant.risk.BenchmarkComparison;
import io.lumia.quant.risk.Confidence;
import io.lumia.quant.risk.Drawdown;
import io.lumia.quant.risk.HistoricalRisk;
import io.lumia.quant.risk.MonteCarloRisk;
import io.lumia.quant.risk.ParametricRisk;
import io.lumia.quant.risk.Performance;
import io.lumia.quant.risk.ReturnSeries;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The figures of a risk file by their names in it; numbers inside a name (confidence, rate, periods) may be others. */
record GoldenFigures(ReturnSeries series, ReturnSeries benchmark) {

    private static final double YEAR = 252;
    private static final Pattern NUMBER = Pattern.compile("(?<=[a-z_])\\d+(e\\d)?");

    /** Fails for a name that is not known. */
    double get(String name) {
        double[] numbers = NUMBER.matcher(name)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
        return switch (NUMBER.matcher(name).replaceAll("#")) {
            case "total_return" -> Performance.totalReturn(series);
            case "cagr" -> Performance.compoundAnnualReturn(series, YEAR);
            case "vol_ann" -> Performance.volatility(series, YEAR);
            case "sharpe_rf#" -> Performance.sharpe(series, numbers[0], YEAR);
            case "sharpe_rf#pct" -> Performance.sharpe(series, numbers[0] / 100, YEAR);
            case "downside_dev_ann" -> Performance.downsideDeviation(series, 0, YEAR);
            case "sortino_mar#" -> Performance.sortino(series, numbers[0], YEAR);
            case "omega_#" -> Performance.omega(series, numbers[0]);
            case "calmar" -> Performance.calmar(series, YEAR);
            case "max_drawdown" -> Drawdown.deepest(series).depth();
            case "max_dd_trough_row" -> Drawdown.deepest(series).trough();
            case "max_dd_peak_row" -> Drawdown.deepest(series).peak();
            case "skew_biased" -> series.skewness();
            case "excess_kurtosis_biased" -> series.excessKurtosis();
            case "beta" -> comparison().beta();
            case "alpha_daily_simple_mean" -> comparison().alphaPerPeriod();
            case "correlation" -> comparison().correlation();
            case "tracking_error_ann" -> comparison().trackingErrorAnnual();
            case "information_ratio" -> comparison().informationRatio();
            case "beta_down" -> comparison().downsideBeta();
            default -> tailFigure(name, numbers);
        };
    }

    private double tailFigure(String name, double[] numbers) {
        return switch (NUMBER.matcher(name).replaceAll("#")) {
            case "var_hist_#_linear" -> historical(numbers[0]).varInterpolated();
            case "var_hist_#_order_stat" -> historical(numbers[0]).varObserved();
            case "cvar_hist_#_mean_le_q" -> historical(numbers[0]).cvarBelowQuantile();
            case "cvar_hist_#_empyrical" -> historical(numbers[0]).cvarOfLowest();
            case "cvar_hist_#_rockafellar" -> historical(numbers[0]).cvarFractional();
            case "var_normal_#" -> ParametricRisk.normalVar(series, confidence(numbers[0]));
            case "cvar_normal_#" -> ParametricRisk.normalCvar(series, confidence(numbers[0]));
            case "var_cornish_fisher_#" -> ParametricRisk.cornishFisherVar(series, confidence(numbers[0]));
            case "var_ewma#_#" -> ParametricRisk.exponentialVar(series, confidence(numbers[1]), fraction(numbers[0]));
            case "var_normal_#_#d_sqrt" -> ParametricRisk.normalVar(series, confidence(numbers[0]), (int) numbers[1]);
            case "var_mc_normal_#_#" -> drawnVar(confidence(numbers[0]), (int) numbers[1]);
            default -> throw new IllegalArgumentException("unknown figure " + name);
        };
    }

    private double drawnVar(Confidence confidence, int draws) {
        ReturnSeries drawn = MonteCarloRisk.normalDraws(series, draws, new SplittableRandom(7));
        return HistoricalRisk.of(drawn, confidence).varInterpolated();
    }

    private BenchmarkComparison comparison() {
        return BenchmarkComparison.of(series, benchmark, YEAR);
    }

    private HistoricalRisk historical(double digits) {
        return HistoricalRisk.of(series, confidence(digits));
    }

    private static Confidence confidence(double digits) {
        return new Confidence(fraction(digits));
    }

    /** 95 is 0.95, 975 is 0.975; 094 was read as 94 and is 0.94. */
    private static double fraction(double digits) {
        return digits / (digits < 100 ? 100 : 1_000);
    }
}
