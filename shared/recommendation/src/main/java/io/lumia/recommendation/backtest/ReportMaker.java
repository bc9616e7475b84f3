package io.lumia.recommendation.backtest;

import io.lumia.quant.backtest.AccountState;
import io.lumia.quant.backtest.StationaryBootstrap;
import io.lumia.quant.backtest.StationaryBootstrap.Interval;
import io.lumia.quant.risk.BenchmarkComparison;
import io.lumia.quant.risk.Drawdown;
import io.lumia.quant.risk.Performance;
import io.lumia.quant.risk.ReturnSeries;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.backtest.BacktestReport.Comparison;
import io.lumia.recommendation.backtest.BacktestReport.Figures;
import io.lumia.recommendation.backtest.BacktestReport.Range;
import io.lumia.recommendation.backtest.BacktestReport.Trading;
import io.lumia.recommendation.configuration.EngineConfiguration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the report of a finished backtest. The same state and seed give the same report. */
public final class ReportMaker {

    static final double SESSIONS_PER_YEAR = 252;

    /** About a month: the portfolio changes by the month, and days within one are alike. */
    static final double BLOCK_SESSIONS = 21;

    static final int DRAWS = 2_000;
    static final double CONFIDENCE = 0.95;

    private final BacktestQuestion question;
    private final EngineConfiguration configuration;
    private final BacktestState state;
    private final double riskFree;

    private ReportMaker(BacktestQuestion question, EngineConfiguration configuration, BacktestState state) {
        this.question = question;
        this.configuration = configuration;
        this.state = state;
        this.riskFree = state.decisions().stream()
                .mapToDouble(Decision::riskFree)
                .average()
                .orElse(0);
    }

    /** @param state with at least one decision */
    public static BacktestReport make(
            BacktestQuestion question, EngineConfiguration configuration, BacktestState state) {
        return new ReportMaker(question, configuration, state).report();
    }

    private BacktestReport report() {
        ReturnSeries portfolio = returns(DayValue::portfolio);
        ReturnSeries benchmark = returns(DayValue::benchmark);
        ReturnSeries equal = returns(DayValue::equalWeight);
        Figures figures = figures(portfolio, DayValue::portfolio, state.portfolio());
        Comparison againstBenchmark = comparison(portfolio, benchmark, DayValue::benchmark);
        Comparison againstEqual = comparison(portfolio, equal, DayValue::equalWeight);
        Trading trading = trading();
        List<DayValue> values = state.values();
        Verdict verdict = new Verdict(
                question.request().benchmark(),
                values.getFirst().date(),
                values.getLast().date());
        return new BacktestReport(
                values.getFirst().date(),
                values.getLast().date(),
                question.request().benchmark(),
                configuration.version(),
                RecommendationEngine.VERSION,
                question.execution().code(),
                configuration.portfolio().linearCost(),
                riskFree,
                figures,
                figures(benchmark, DayValue::benchmark, state.benchmark()),
                figures(equal, DayValue::equalWeight, state.equalWeight()),
                againstBenchmark,
                againstEqual,
                trading,
                verdict.words(figures, againstBenchmark, againstEqual, trading),
                values,
                state.decisions(),
                Advice.DISCLAIMER);
    }

    private ReturnSeries returns(ToDoubleFunction<DayValue> value) {
        double[] values = state.values().stream().mapToDouble(value).toArray();
        return ReturnSeries.of(IntStream.range(1, values.length)
                .mapToDouble(i -> values[i] / values[i - 1] - 1)
                .toArray());
    }

    private Figures figures(ReturnSeries returns, ToDoubleFunction<DayValue> value, AccountState account) {
        return new Figures(
                value.applyAsDouble(state.values().getLast()),
                Performance.totalReturn(returns),
                known(Performance.compoundAnnualReturn(returns, SESSIONS_PER_YEAR)),
                known(Performance.volatility(returns, SESSIONS_PER_YEAR)),
                known(Performance.sharpe(returns, riskFree, SESSIONS_PER_YEAR)),
                known(Performance.sortino(returns, riskFree / SESSIONS_PER_YEAR, SESSIONS_PER_YEAR)),
                Drawdown.deepest(returns).depth(),
                known(Performance.calmar(returns, SESSIONS_PER_YEAR)),
                account.costs());
    }

    private Comparison comparison(ReturnSeries portfolio, ReturnSeries other, ToDoubleFunction<DayValue> otherValue) {
        BenchmarkComparison compared = BenchmarkComparison.of(portfolio, other, SESSIONS_PER_YEAR);
        Excess excess = new Excess(portfolio.toArray(), other.toArray());
        StationaryBootstrap bootstrap =
                new StationaryBootstrap(portfolio.size(), Math.min(BLOCK_SESSIONS, portfolio.size()));
        Interval annual = bootstrap.interval(excess::annual, DRAWS, CONFIDENCE, new SplittableRandom(question.seed()));
        Interval ratio =
                bootstrap.interval(excess::informationRatio, DRAWS, CONFIDENCE, new SplittableRandom(question.seed()));
        int[] asItWas = IntStream.range(0, portfolio.size()).toArray();
        return new Comparison(
                known(excess.annual(asItWas)),
                range(annual),
                known(compared.beta()),
                known(compared.alphaPerPeriod() * SESSIONS_PER_YEAR),
                known(compared.trackingErrorAnnual()),
                known(compared.informationRatio()),
                range(ratio),
                hitRate(otherValue),
                annual.contains(0));
    }

    private static Range range(Interval interval) {
        return new Range(known(interval.low()), known(interval.high()));
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private double hitRate(ToDoubleFunction<DayValue> other) {
        Map<LocalDate, DayValue> byDate = new HashMap<>();
        state.values().forEach(value -> byDate.put(value.date(), value));
        List<LocalDate> bounds = IntStream.rangeClosed(0, state.decisions().size())
                .mapToObj(i -> i < state.decisions().size()
                        ? state.decisions().get(i).session()
                        : state.values().getLast().date())
                .toList();
        int hits = 0;
        for (int i = 1; i < bounds.size(); i++) {
            DayValue before =
                    byDate.getOrDefault(bounds.get(i - 1), state.values().getFirst());
            DayValue after = byDate.getOrDefault(bounds.get(i), state.values().getLast());
            double own = after.portfolio() / before.portfolio();
            hits += own > other.applyAsDouble(after) / other.applyAsDouble(before) ? 1 : 0;
        }
        return hits / (double) (bounds.size() - 1);
    }

    private Trading trading() {
        List<Decision> decisions = state.decisions();
        Map<String, Integer> reasons = new TreeMap<>();
        decisions.forEach(decision -> decision.withheld().forEach(code -> reasons.merge(code, 1, Integer::sum)));
        int withheld = (int) decisions.stream().filter(Decision::isWithheld).count();
        double turnover = decisions.stream().mapToDouble(Decision::turnover).sum();
        double years = (state.values().size() - 1) / SESSIONS_PER_YEAR;
        return new Trading(
                decisions.size(),
                withheld,
                reasons,
                withheld == decisions.size() ? 0 : turnover / (decisions.size() - withheld),
                turnover / years,
                decisions.stream().mapToInt(Decision::unfilled).sum(),
                (int) decisions.stream().filter(Decision::scaledDown).count(),
                decisions.stream()
                        .mapToInt(decision -> decision.settled().size())
                        .sum());
    }

    /** Figures of the difference over days in some order, by compound and by mean. */
    private record Excess(double[] own, double[] other) {

        double annual(int[] days) {
            double ownGrowth = 1;
            double otherGrowth = 1;
            for (int day : days) {
                ownGrowth *= 1 + own[day];
                otherGrowth *= 1 + other[day];
            }
            double exponent = SESSIONS_PER_YEAR / days.length;
            return StrictMath.pow(ownGrowth, exponent) - StrictMath.pow(otherGrowth, exponent);
        }

        double informationRatio(int[] days) {
            double sum = 0;
            double squares = 0;
            for (int day : days) {
                sum += own[day] - other[day];
            }
            double mean = sum / days.length;
            for (int day : days) {
                double deviation = own[day] - other[day] - mean;
                squares += deviation * deviation;
            }
            double deviation = Math.sqrt(squares / (days.length - 1));
            return deviation > 1e-12 ? mean / deviation * Math.sqrt(SESSIONS_PER_YEAR) : Double.NaN;
        }
    }
}
