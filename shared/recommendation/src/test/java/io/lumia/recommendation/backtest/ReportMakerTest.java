package io.lumia.recommendation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.backtest.AccountState;
import io.lumia.recommendation.backtest.Rebalancing.Edge;
import io.lumia.recommendation.backtest.Rebalancing.OfCalendar;
import io.lumia.recommendation.backtest.Rebalancing.Period;
import io.lumia.recommendation.configuration.Configurations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportMakerTest {

    private static final LocalDate FROM = LocalDate.of(2015, 1, 2);
    private static final LocalDate TO = LocalDate.of(2015, 12, 31);

    /** 252 sessions, 251 returns of exactly 0.1 % against none: the year's growth is 1.001 to the 252nd. */
    @Test
    void findsTheFiguresOfASteadyRise() {
        BacktestReport report = report((day, _) -> Math.pow(1.001, day), (_, _) -> 1, List.of());

        assertThat(report.values()).hasSize(252);
        assertThat(report.portfolio().totalReturn()).isCloseTo(Math.pow(1.001, 251) - 1, within(1e-9));
        assertThat(value(report.portfolio().annualReturn())).isCloseTo(Math.pow(1.001, 252) - 1, within(1e-9));
        assertThat(report.portfolio().maxDrawdown()).isZero();
        assertThat(report.portfolio().calmar()).isNull();
        assertThat(value(report.againstBenchmark().annualExcess())).isCloseTo(Math.pow(1.001, 252) - 1, within(1e-9));
        assertThat(value(report.againstBenchmark().annualExcessRange().low()))
                .isCloseTo(Math.pow(1.001, 252) - 1, within(1e-9));
        assertThat(report.againstBenchmark().couldBeChance()).isFalse();
        assertThat(report.againstBenchmark().hitRate()).isEqualTo(1);
        assertThat(report.againstBenchmark().beta()).isNull();
    }

    /** A portfolio that moves by half of the benchmark's moves: beta ½, alpha 0, and half the volatility. */
    @Test
    void findsTheBetaOfHalfTheBenchmark() {
        double[] benchmark = walk(0.01, 1);
        double[] half = halved(benchmark);

        BacktestReport report = report((day, _) -> half[day], (day, _) -> benchmark[day], List.of());

        assertThat(value(report.againstBenchmark().beta())).isCloseTo(0.5, within(1e-9));
        assertThat(value(report.againstBenchmark().alpha())).isCloseTo(0, within(1e-9));
        assertThat(value(report.portfolio().volatility())
                        / value(report.benchmarkFigures().volatility()))
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void saysThatItLost() {
        double[] benchmark = walk(0.004, 2);

        BacktestReport report =
                report((day, _) -> benchmark[day] * Math.pow(0.9997, day), (day, _) -> benchmark[day], List.of());

        assertThat(value(report.againstBenchmark().annualExcess())).isNegative();
        assertThat(report.words().get(1))
                .startsWith("It lost to SPY by ")
                .contains("percentage points a year")
                .endsWith("and was ahead in 0 % of 12 periods.");
    }

    @Test
    void saysThatADifferenceCouldBeChance() {
        double[] benchmark = walk(0.01, 3);
        double[] portfolio = walk(0.01, 4);

        BacktestReport report = report((day, _) -> portfolio[day], (day, _) -> benchmark[day], List.of());

        assertThat(report.againstBenchmark().couldBeChance()).isTrue();
        assertThat(report.words().get(1)).contains("which could be chance");
    }

    @Test
    void countsWhatWasWithheldByReason() {
        BacktestReport report = report((_, _) -> 1, (_, _) -> 1, List.of("too_few_assets", "data_health"));

        assertThat(report.trading().withheld()).isEqualTo(12);
        assertThat(report.trading().withheldByReason())
                .containsEntry("too_few_assets", 12)
                .containsEntry("data_health", 12);
        assertThat(report.words()).last().asString().startsWith("At 12 of 12 decisions nothing was recommended");
        assertThat(report.portfolio().sharpe()).isNull();
    }

    /** Each of 12 decisions exchanges a tenth of the value: 1.2 a year of 251 / 252. */
    @Test
    void addsUpTurnover() {
        BacktestReport report = report((_, _) -> 1, (_, _) -> 1, List.of());

        assertThat(report.trading().turnoverPerDecision()).isCloseTo(0.1, within(1e-12));
        assertThat(report.trading().turnoverAnnual()).isCloseTo(1.2 * 252 / 251, within(1e-12));
        assertThat(report.riskFree()).isEqualTo(0.02);
    }

    @Test
    void makesTheSameReportAgain() {
        double[] benchmark = walk(0.01, 3);

        assertThat(report((day, _) -> benchmark[day] + day * 0.001, (day, _) -> benchmark[day], List.of()))
                .isEqualTo(report((day, _) -> benchmark[day] + day * 0.001, (day, _) -> benchmark[day], List.of()));
    }

    /** Of a session by its number, as part of 1. */
    @FunctionalInterface
    private interface Course {
        double at(int day, LocalDate date);
    }

    private static BacktestReport report(Course portfolio, Course benchmark, List<String> withheld) {
        BacktestQuestion question = new BacktestQuestion(
                BacktestTest.request(), FROM, TO, new OfCalendar(Period.MONTHLY, Edge.LAST), Execution.NEXT_CLOSE, 11);
        List<DayValue> values = new ArrayList<>();
        for (LocalDate date : question.sessions()) {
            int day = values.size();
            double index = benchmark.at(day, date);
            values.add(new DayValue(date, 1e5 * portfolio.at(day, date), 1e5 * index, 1e5 * index));
        }
        List<Decision> decisions = question.decisions().stream()
                .map(session -> new Decision(
                        session,
                        session,
                        "",
                        0.02,
                        30,
                        withheld,
                        new TreeMap<>(),
                        1000,
                        withheld.isEmpty() ? 100 : 0,
                        withheld.isEmpty() ? 100 : 0,
                        0.2,
                        0,
                        false,
                        List.of()))
                .toList();
        AccountState account = AccountState.of(1e5);
        BacktestState state = new BacktestState(decisions.size(), "id", account, account, account, values, decisions);
        return ReportMaker.make(question, Configurations.CURRENT, state);
    }

    private static double[] walk(double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[252];
        values[0] = 1;
        for (int i = 1; i < values.length; i++) {
            values[i] = values[i - 1] * (1 + deviation * random.nextGaussian());
        }
        return values;
    }

    private static double[] halved(double[] values) {
        double[] half = new double[values.length];
        half[0] = 1;
        for (int i = 1; i < half.length; i++) {
            half[i] = half[i - 1] * (1 + (values[i] / values[i - 1] - 1) / 2);
        }
        return half;
    }

    private static double value(@Nullable Double figure) {
        assertThat(figure).isNotNull();
        return figure == null ? Double.NaN : figure;
    }
}
