package io.lumia.quant.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that can be followed by hand; the reference files are in {@code io.lumia.quant.golden}. */
class RiskTest {

    private static final ReturnSeries UP_AND_DOWN = ReturnSeries.of(0.1, -0.1, 0.1, -0.1);
    private static final ReturnSeries CONSTANT = ReturnSeries.of(0.01, 0.01, 0.01);

    /** 100 returns of -1 % to -100 %, shuffled by stepping 37. */
    private static final ReturnSeries HUNDRED = ReturnSeries.of(IntStream.range(0, 100)
            .mapToDouble(i -> -(i * 37 % 100 + 1) / 100.0)
            .toArray());

    @Test
    void measuresReturnAndRisk() {
        assertThat(Performance.totalReturn(UP_AND_DOWN)).isCloseTo(0.99 * 0.99 - 1, within(1e-15));
        assertThat(Performance.compoundAnnualReturn(UP_AND_DOWN, 2)).isCloseTo(-0.01, within(1e-15));
        assertThat(Performance.volatility(UP_AND_DOWN, 3)).isCloseTo(0.2, within(1e-15));
        assertThat(Performance.downsideDeviation(UP_AND_DOWN, 0, 2)).isCloseTo(0.1, within(1e-15));
        assertThat(Performance.sharpe(UP_AND_DOWN, 0.02, 3)).isCloseTo(-0.1, within(1e-15));
        assertThat(Performance.sortino(UP_AND_DOWN, 0, 2)).isCloseTo(0, within(1e-15));
        assertThat(Performance.omega(UP_AND_DOWN, 0)).isCloseTo(1, within(1e-15));
        assertThat(UP_AND_DOWN.skewness()).isCloseTo(0, within(1e-15));
        assertThat(UP_AND_DOWN.excessKurtosis()).isCloseTo(-2, within(1e-14));
    }

    @Test
    void hasNoRatiosForAConstantSeries() {
        assertThat(Performance.volatility(CONSTANT, 252)).isCloseTo(0, within(1e-15));
        assertThat(Performance.sharpe(CONSTANT, 0, 252)).isNaN();
        assertThat(Performance.sortino(CONSTANT, 0, 252)).isNaN();
        assertThat(Performance.calmar(CONSTANT, 252)).isNaN();
        assertThat(Performance.omega(CONSTANT, 0)).isNaN();
        assertThat(CONSTANT.skewness()).isNaN();
        assertThat(ParametricRisk.cornishFisherVar(CONSTANT, Confidence.OF_95_PERCENT))
                .isNaN();
        assertThat(ParametricRisk.normalVar(CONSTANT, Confidence.OF_95_PERCENT)).isCloseTo(-0.01, within(1e-15));
    }

    @Test
    void hasNoDeviationForASingleReturn() {
        ReturnSeries single = ReturnSeries.of(-0.2);

        assertThat(Performance.volatility(single, 252)).isNaN();
        assertThat(Performance.sharpe(single, 0, 252)).isNaN();
        assertThat(ParametricRisk.normalVar(single, Confidence.OF_95_PERCENT)).isNaN();
        assertThat(Drawdown.deepest(single)).isEqualTo(new Drawdown(-0.19999999999999996, -1, 0));
        assertThat(HistoricalRisk.of(single, Confidence.OF_95_PERCENT).varInterpolated())
                .isEqualTo(0.2);
        assertThat(HistoricalRisk.of(single, Confidence.OF_95_PERCENT).cvarFractional())
                .isCloseTo(0.2, within(1e-15));
    }

    @Test
    void hasRatiosBelowZeroWhenEveryExcessIs() {
        ReturnSeries losing = ReturnSeries.of(-0.01, -0.03);

        assertThat(Performance.sharpe(losing, 0, 2)).isCloseTo(-2, within(1e-14));
        assertThat(Performance.sortino(losing, 0, 1)).isCloseTo(-0.02 / Math.sqrt(0.0005), within(1e-14));
        assertThat(Performance.omega(losing, 0)).isZero();
        assertThat(Performance.sharpe(ReturnSeries.of(0.01, 0.03), 0.1, 2)).isCloseTo(-3, within(1e-13));
    }

    @Test
    void refusesAnUnknownReturnNamingIt() {
        assertThatThrownBy(() -> ReturnSeries.of(0.1, Double.NaN)).hasMessageContaining("return [1] is 'NaN'");
        assertThatThrownBy(() -> ReturnSeries.of(Double.POSITIVE_INFINITY)).hasMessageContaining("return [0]");
        assertThatThrownBy(ReturnSeries::of).hasMessageContaining("number of returns is '0'");
        assertThatThrownBy(() -> Performance.volatility(CONSTANT, Double.NaN)).hasMessageContaining("periodsPerYear");
        assertThatThrownBy(() -> new Confidence(5)).hasMessageContaining("confidence is '5.0'");
    }

    @Test
    void findsTheDeepestFallAndWhereItWas() {
        ReturnSeries series = ReturnSeries.of(0.1, -0.5, 1, 0.2, -0.25, -0.25, 0.1);

        assertThat(Drawdown.deepest(series)).isEqualTo(new Drawdown(-0.5, 0, 1));
        assertThat(Drawdown.deepest(ReturnSeries.of(-0.5, 0.1)).peak()).isEqualTo(Drawdown.START);
        assertThat(Drawdown.deepest(ReturnSeries.of(0.5, 0.1))).isEqualTo(new Drawdown(0, -1, -1));
        assertThat(Performance.calmar(ReturnSeries.of(1, -0.5), 1)).isZero();
    }

    /** Twice the benchmark less 1 %. */
    @Test
    void comparesWithABenchmark() {
        ReturnSeries benchmark = ReturnSeries.of(0.03, -0.01, -0.02, 0);
        ReturnSeries series = ReturnSeries.of(0.05, -0.03, -0.05, -0.01);

        BenchmarkComparison comparison = BenchmarkComparison.of(series, benchmark, 4);

        assertThat(comparison.beta()).isCloseTo(2, within(1e-14));
        assertThat(comparison.downsideBeta()).isCloseTo(2, within(1e-14));
        assertThat(comparison.alphaPerPeriod()).isCloseTo(-0.01, within(1e-16));
        assertThat(comparison.correlation()).isCloseTo(1, within(1e-14));
        assertThat(comparison.trackingErrorAnnual()).isCloseTo(2 * benchmark.deviation(), within(1e-15));
        assertThat(comparison.informationRatio()).isCloseTo(-0.01 * 4 / (2 * benchmark.deviation()), within(1e-14));
    }

    @Test
    void hasNoBetaAgainstAConstantAndNoInformationOnItself() {
        BenchmarkComparison flat = BenchmarkComparison.of(ReturnSeries.of(0.1, 0.2, 0.1), CONSTANT, 252);
        BenchmarkComparison itself = BenchmarkComparison.of(UP_AND_DOWN, UP_AND_DOWN, 252);

        assertThat(flat.beta()).isNaN();
        assertThat(flat.alphaPerPeriod()).isNaN();
        assertThat(flat.correlation()).isNaN();
        assertThat(itself.beta()).isEqualTo(1);
        assertThat(itself.trackingErrorAnnual()).isZero();
        assertThat(itself.informationRatio()).isNaN();
        assertThat(BenchmarkComparison.of(CONSTANT, ReturnSeries.of(0.1, 0.2, 0.1), 252)
                        .downsideBeta())
                .isNaN();
        assertThatThrownBy(() -> BenchmarkComparison.of(CONSTANT, UP_AND_DOWN, 252))
                .hasMessageContaining("returns of the benchmark is '4'");
    }

    /** 5 % of 100 are five returns, -1.00 to -0.96; the interpolated quantile is at place 4.95 of 0 to 99. */
    @Test
    void readsTheTailByEachConvention() {
        HistoricalRisk risk = HistoricalRisk.of(HUNDRED, Confidence.OF_95_PERCENT);

        assertThat(risk.varInterpolated()).isCloseTo(0.9505, within(1e-14));
        assertThat(risk.varObserved()).isEqualTo(0.96);
        assertThat(risk.cvarBelowQuantile()).isCloseTo(0.98, within(1e-14));
        assertThat(risk.cvarOfLowest()).isCloseTo(0.98, within(1e-14));
        assertThat(risk.cvarFractional()).isCloseTo(0.98, within(1e-14));
    }

    /** 2.5 % are two returns and a half. */
    @Test
    void takesTheLastReturnOfTheTailInPart() {
        HistoricalRisk risk = HistoricalRisk.of(HUNDRED, new Confidence(0.975));

        assertThat(risk.cvarFractional()).isCloseTo((1 + 0.99 + 0.98 / 2) / 2.5, within(1e-14));
        assertThat(risk.varObserved()).isEqualTo(0.98);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverLosesLessInTheTailThanAtItsEdge(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReturnSeries series = ReturnSeries.of(IntStream.range(0, 333)
                .mapToDouble(i -> 0.02 * random.nextGaussian())
                .toArray());

        for (double level : new double[] {0.9, 0.95, 0.975, 0.99, 0.999}) {
            HistoricalRisk risk = HistoricalRisk.of(series, new Confidence(level));
            assertThat(risk.cvarBelowQuantile()).isGreaterThanOrEqualTo(risk.varInterpolated());
            assertThat(risk.cvarFractional()).isGreaterThanOrEqualTo(risk.varObserved() - 1e-15);
            assertThat(risk.varObserved()).isGreaterThanOrEqualTo(risk.varInterpolated());
        }
    }

    /** z is 1.6448536269514722 at 95 %, the density there 0.10313564037537139 (any table of the normal distribution). */
    @Test
    void takesNormalQuantiles() {
        ReturnSeries series = ReturnSeries.of(0.01, 0.03);
        double deviation = Math.sqrt(0.0002);

        assertThat(ParametricRisk.normalVar(series, Confidence.OF_95_PERCENT))
                .isCloseTo(1.6448536269514722 * deviation - 0.02, within(1e-12));
        assertThat(ParametricRisk.normalVar(series, Confidence.OF_95_PERCENT, 4))
                .isCloseTo(2 * 1.6448536269514722 * deviation - 0.08, within(1e-12));
        assertThat(ParametricRisk.normalCvar(series, Confidence.OF_95_PERCENT))
                .isCloseTo(0.10313564037537139 / 0.05 * deviation - 0.02, within(1e-12));
        assertThatThrownBy(() -> ParametricRisk.normalVar(series, Confidence.OF_95_PERCENT, 0))
                .hasMessageContaining("periods is '0'");
    }

    /** Returns of ±1 % have the variance 0.0001 at the seed and ever after. */
    @Test
    void weighsRecentSquaresMore() {
        double[] returns = IntStream.range(0, 40)
                .mapToDouble(i -> i % 2 == 0 ? 0.01 : -0.01)
                .toArray();
        ReturnSeries series = ReturnSeries.of(returns);

        assertThat(ParametricRisk.exponentialVar(series, Confidence.OF_95_PERCENT, 0.94))
                .isCloseTo(0.016448536269514722, within(1e-12));
        assertThatThrownBy(() -> ParametricRisk.exponentialVar(CONSTANT, Confidence.OF_95_PERCENT, 0.94))
                .hasMessageContaining("number of returns is '3'");
        assertThatThrownBy(() -> ParametricRisk.exponentialVar(series, Confidence.OF_95_PERCENT, 1))
                .hasMessageContaining("lambda is '1.0'");
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        ReturnSeries once = MonteCarloRisk.resampled(UP_AND_DOWN, 2, 1_000, new SplittableRandom(1));
        ReturnSeries again = MonteCarloRisk.resampled(UP_AND_DOWN, 2, 1_000, new SplittableRandom(1));

        assertThat(once.toArray()).containsExactly(again.toArray());
        assertThat(IntStream.range(0, 1_000).mapToObj(once::at).map(value -> Math.round(100 * value)))
                .containsOnly(21L, -1L, -19L);
        assertThatThrownBy(() -> MonteCarloRisk.normalDraws(UP_AND_DOWN, 0, new SplittableRandom(1)))
                .hasMessageContaining("draws is '0'");
        assertThatThrownBy(() -> MonteCarloRisk.normalDraws(ReturnSeries.of(1), 9, new SplittableRandom(1)))
                .hasMessageContaining("number of returns is '1'");
    }
}
