package io.lumia.recommendation.backtest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a backtest. Returns are fractions, after costs; a year has 252 sessions. A figure that the values leave undefined, such as
 * a ratio to a volatility of zero, is null.
 *
 * @param from          first decision's session, with the whole capital in cash
 * @param to            last session
 * @param benchmark     as asked for
 * @param configuration version of the engine's numbers
 * @param engine        version of its rules
 * @param execution     code of {@link Execution}
 * @param costRate      of a traded amount, each way
 * @param riskFree      a year: mean over the decisions
 * @param equalWeight   all eligible assets in equal amounts, on the same days at the same costs
 * @param words         what the figures say, also when it is not flattering
 * @param values        of every session
 */
public record BacktestReport(
        LocalDate from,
        LocalDate to,
        String benchmark,
        String configuration,
        String engine,
        String execution,
        double costRate,
        double riskFree,
        Figures portfolio,
        Figures benchmarkFigures,
        Figures equalWeight,
        Comparison againstBenchmark,
        Comparison againstEqualWeight,
        Trading trading,
        List<String> words,
        List<DayValue> values,
        List<Decision> decisions,
        String disclaimer) {

    public BacktestReport {
        words = List.copyOf(words);
        values = List.copyOf(values);
        decisions = List.copyOf(decisions);
    }

    /**
     * One series of values.
     *
     * @param annualReturn compound
     * @param volatility   a year; null for a single return
     * @param sharpe       against the mean risk-free rate
     * @param sortino      against the same rate
     * @param maxDrawdown  zero or below
     * @param costs        paid, in the request's currency
     */
    public record Figures(
            double finalValue,
            double totalReturn,
            @Nullable Double annualReturn,
            @Nullable Double volatility,
            @Nullable Double sharpe,
            @Nullable Double sortino,
            double maxDrawdown,
            @Nullable Double calmar,
            double costs) {}

    /**
     * The portfolio against another series. Ranges hold the middle 95 % of the figure over histories made of stretches of this one
     * ({@link io.lumia.quant.backtest.StationaryBootstrap}).
     *
     * @param annualExcess     compound annual return less the other's
     * @param beta             of daily returns
     * @param alpha            a year, without a risk-free rate
     * @param trackingError    a year
     * @param informationRatio mean daily excess a year / tracking error
     * @param hitRate          part of the periods from decision to decision in which the portfolio earned more
     * @param couldBeChance    whether an excess of zero is within its range
     */
    public record Comparison(
            @Nullable Double annualExcess,
            Range annualExcessRange,
            @Nullable Double beta,
            @Nullable Double alpha,
            @Nullable Double trackingError,
            @Nullable Double informationRatio,
            Range informationRatioRange,
            double hitRate,
            boolean couldBeChance) {}

    /** Null where the figure is undefined in all of the histories. */
    public record Range(@Nullable Double low, @Nullable Double high) {}

    /**
     * What was done.
     *
     * @param decisions           how often the engine was asked
     * @param withheld            how often it recommended nothing and the portfolio stayed as it was
     * @param withheldByReason    how often each reason was named; several may be named at once
     * @param turnoverPerDecision mean of {@link Decision#turnover()} over the decisions that were traded, the first purchase included
     * @param turnoverAnnual      sum of the same a year
     * @param unfilled            orders without a price on their day
     * @param scaledDown          decisions for which the money did not suffice in full
     * @param settled             holdings that died and became cash at their last price
     */
    public record Trading(
            int decisions,
            int withheld,
            Map<String, Integer> withheldByReason,
            double turnoverPerDecision,
            double turnoverAnnual,
            int unfilled,
            int scaledDown,
            int settled) {

        public Trading {
            withheldByReason = Collections.unmodifiableMap(new TreeMap<>(withheldByReason));
        }
    }
}
