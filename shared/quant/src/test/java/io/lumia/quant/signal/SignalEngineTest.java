package io.lumia.quant.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AppException;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import io.lumia.quant.signal.TestSeries.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalEngineTest {

    private static final long[] SEEDS = {3, 1978, 20200420};

    private final SignalEngine engine = new SignalEngine();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void agreesWithTheDefinitionsComputedDirectly(Kind kind) {
        for (long seed : SEEDS) {
            BarSeries bars = TestSeries.bars(kind, 700, seed);
            BenchmarkSeries benchmark = TestSeries.benchmark(800, 25, seed + 1);

            SignalColumns signals = engine.compute(bars, benchmark, 252);

            DirectSignals direct = new DirectSignals(bars, benchmark, 252);
            for (SignalColumn column : SignalColumn.values()) {
                assertSame(column, signals.get(column), direct.compute(column), bars.close());
            }
        }
    }

    @Test
    void hasNoValueOnTheFirstBarAndOneReturnOnTheSecond() {
        SignalColumns one = engine.compute(TestSeries.weekdayCloses(10), BenchmarkSeries.none(), 252);
        SignalColumns two = engine.compute(TestSeries.weekdayCloses(10, 11), BenchmarkSeries.none(), 252);
        SignalColumns nothing = engine.compute(TestSeries.weekdayCloses(), BenchmarkSeries.none(), 252);

        assertThat(nothing.size()).isZero();
        for (SignalColumn column : SignalColumn.values()) {
            assertThat(one.get(column)).as(column.columnName()).containsExactly(Double.NaN);
            assertThat(two.get(column)[0]).as(column.columnName()).isNaN();
            if (column != SignalColumn.RETURN_1D) {
                assertThat(two.get(column)[1]).as(column.columnName()).isNaN();
            }
        }
        assertThat(two.get(SignalColumn.RETURN_1D)[1]).isEqualTo(11.0 / 10 - 1);
    }

    @Test
    void givesTheFirstValueExactlyWhenTheHistoryIsLongEnough() {
        BarSeries bars = TestSeries.bars(Kind.STOCK, 600, 7);
        BenchmarkSeries benchmark = TestSeries.benchmark(600, 1_000_000, 8);

        SignalColumns signals = engine.compute(bars, benchmark, 252);

        for (SignalColumn column : SignalColumn.values()) {
            int first = firstValue(signals.get(column));
            int byDays = firstAtLeast(bars.epochDays(), column.minimumDays());
            assertThat(first).as(column.columnName()).isEqualTo(Math.max(column.minimumBars() - 1, byDays));
        }
    }

    @Test
    void aFlatSeriesHasNoVolatilityNoWidthNoStrengthAndNoPlaceInItsRange() {
        double[] close = new double[500];
        Arrays.fill(close, 33.35);

        SignalColumns signals = engine.compute(TestSeries.weekdayCloses(close), TestSeries.benchmark(500, 30, 1), 252);

        int last = 499;
        assertThat(signals.get(SignalColumn.RETURN_365D)[last]).isZero();
        assertThat(signals.get(SignalColumn.VOLATILITY_30D)[last]).isZero();
        assertThat(signals.get(SignalColumn.SMA_200)[last]).isEqualTo(33.35);
        assertThat(signals.get(SignalColumn.EMA_26)[last]).isEqualTo(33.35);
        assertThat(signals.get(SignalColumn.MACD_HISTOGRAM)[last]).isZero();
        assertThat(signals.get(SignalColumn.RSI_14)[last]).isZero();
        assertThat(signals.get(SignalColumn.BOLLINGER_UPPER)[last]).isEqualTo(33.35);
        assertThat(signals.get(SignalColumn.BOLLINGER_LOWER)[last]).isEqualTo(33.35);
        assertThat(signals.get(SignalColumn.ATR_14)[last]).isZero();
        assertThat(signals.get(SignalColumn.POSITION_52W)[last]).isNaN();
        assertThat(signals.get(SignalColumn.MAX_DRAWDOWN_1Y)[last]).isZero();
        assertThat(signals.get(SignalColumn.BETA_1Y)[last]).isZero();
        assertThat(signals.get(SignalColumn.MOMENTUM_12_1)[last]).isZero();
    }

    @Test
    void forgetsAHugeJumpAsSoonAsItLeavesTheWindow() {
        double[] close =
                IntStream.range(0, 200).mapToDouble(i -> i < 100 ? 1e9 : 0.07).toArray();

        SignalColumns signals = engine.compute(TestSeries.weekdayCloses(close), BenchmarkSeries.none(), 252);

        assertThat(signals.get(SignalColumn.VOLATILITY_30D)[129]).isGreaterThan(2);
        assertThat(signals.get(SignalColumn.VOLATILITY_30D)[130]).isZero();
        assertThat(signals.get(SignalColumn.BOLLINGER_UPPER)[119]).isEqualTo(0.07);
        assertThat(signals.get(SignalColumn.SMA_50)[149]).isEqualTo(0.07);
    }

    @Test
    void aSteadyRiseHasStrengthOfAHundredAndAFallOfZero() {
        double[] up = IntStream.range(0, 40).mapToDouble(i -> 10 + i).toArray();
        double[] down = IntStream.range(0, 40).mapToDouble(i -> 90 - i).toArray();

        double[] rising = engine.compute(TestSeries.weekdayCloses(up), BenchmarkSeries.none(), 252)
                .get(SignalColumn.RSI_14);
        double[] falling = engine.compute(TestSeries.weekdayCloses(down), BenchmarkSeries.none(), 252)
                .get(SignalColumn.RSI_14);

        assertThat(rising[14]).isEqualTo(100);
        assertThat(falling[39]).isEqualTo(0);
    }

    @Test
    void refusesReturnsOnABaseThatIsNotAboveZero() {
        SignalColumns signals =
                engine.compute(TestSeries.weekdayCloses(10, -37.63, 20, 0, 5, 6), BenchmarkSeries.none(), 252);

        assertThat(signals.get(SignalColumn.RETURN_1D)[1]).isCloseTo(-4.763, within(1e-12));
        assertThat(signals.get(SignalColumn.RETURN_1D)[2]).isNaN();
        assertThat(signals.get(SignalColumn.RETURN_1D)[3]).isEqualTo(-1);
        assertThat(signals.get(SignalColumn.RETURN_1D)[4]).isNaN();
        assertThat(signals.get(SignalColumn.RETURN_1D)[5]).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void annualisesCryptoByItsOwnSessions() {
        BarSeries bars = TestSeries.bars(Kind.CRYPTO, 100, 5);

        double[] stock = engine.compute(bars, BenchmarkSeries.none(), SignalEngine.SESSIONS_PER_YEAR)
                .get(SignalColumn.VOLATILITY_30D);
        double[] crypto = engine.compute(bars, BenchmarkSeries.none(), SignalEngine.CRYPTO_SESSIONS_PER_YEAR)
                .get(SignalColumn.VOLATILITY_30D);

        assertThat(crypto[99] / stock[99]).isCloseTo(Math.sqrt(365.0 / 252), within(1e-12));
    }

    @Test
    void findsTheBetaOfALeveredCopyOfTheBenchmark() {
        BenchmarkSeries benchmark = TestSeries.benchmark(300, 1_000_000, 4);
        double[] market = benchmark.close();
        double[] levered = new double[300];
        levered[0] = 50;
        for (int i = 1; i < 300; i++) {
            levered[i] = levered[i - 1] * (1 + 2 * (market[i] / market[i - 1] - 1));
        }
        double[] volume = new double[300];

        double[] twice = engine.compute(
                        BarSeries.of(benchmark.epochDays(), levered, levered, levered, volume), benchmark, 252)
                .get(SignalColumn.BETA_1Y);
        double[] itself = engine.compute(
                        BarSeries.of(benchmark.epochDays(), market, market, market, volume), benchmark, 252)
                .get(SignalColumn.BETA_1Y);

        assertThat(twice[59]).isNaN();
        assertThat(twice[60]).isCloseTo(2, within(1e-12));
        assertThat(twice[299]).isCloseTo(2, within(1e-12));
        assertThat(itself[299]).isEqualTo(1);
    }

    @Test
    void pairsByCopyingAndPairsByDateGiveTheSameBits() {
        BarSeries bars = TestSeries.bars(Kind.STOCK, 700, 14);
        BenchmarkSeries equalSessions = TestSeries.benchmark(700, 1_000_000, 15);
        BenchmarkSeries withoutTheFirst = BenchmarkSeries.of(
                Arrays.copyOfRange(equalSessions.epochDays(), 1, 700),
                Arrays.copyOfRange(equalSessions.close(), 1, 700));

        double[] copied = engine.compute(bars, equalSessions, 252).get(SignalColumn.BETA_1Y);
        double[] paired = engine.compute(bars, withoutTheFirst, 252).get(SignalColumn.BETA_1Y);

        assertThat(equalSessions.epochDays()).containsExactly(bars.epochDays());
        assertThat(Arrays.copyOfRange(paired, 253, 700)).containsExactly(Arrays.copyOfRange(copied, 253, 700));
        assertThat(copied[252]).isNotEqualTo(paired[252]);
    }

    @Test
    void hasNoBetaAgainstABenchmarkThatDoesNotMove() {
        BarSeries bars = TestSeries.bars(Kind.STOCK, 200, 4);
        double[] flat = new double[200];
        Arrays.fill(flat, 7.1);
        double[] steady =
                IntStream.range(0, 200).mapToDouble(i -> Math.pow(1.01, i)).toArray();

        double[] toFlat = engine.compute(bars, BenchmarkSeries.of(bars.epochDays(), flat), 252)
                .get(SignalColumn.BETA_1Y);
        double[] toSteady = engine.compute(bars, BenchmarkSeries.of(bars.epochDays(), steady), 252)
                .get(SignalColumn.BETA_1Y);

        assertThat(toFlat).containsOnly(Double.NaN);
        assertThat(toSteady).containsOnly(Double.NaN);
    }

    @Test
    void anUnknownVolumeBlanksExactlyTheTwentyWindowsThatHoldIt() {
        BarSeries bars = TestSeries.bars(Kind.STOCK, 100, 9);
        bars.volume()[50] = Double.NaN;

        double[] average =
                engine.compute(bars, BenchmarkSeries.none(), 252).get(SignalColumn.AVERAGE_DOLLAR_VOLUME_20D);

        for (int i = 19; i < 100; i++) {
            assertThat(Double.isNaN(average[i])).as("bar " + i).isEqualTo(i >= 50 && i < 70);
        }
    }

    @Test
    void aBarWithoutARangeEndsTheAverageTrueRangeUntilFourteenAreKnownAgain() {
        BarSeries whole = TestSeries.bars(Kind.STOCK, 100, 9);
        double[] high = whole.high().clone();
        high[50] = Double.NaN;
        BarSeries holed = BarSeries.of(whole.epochDays(), high, whole.low(), whole.close(), whole.volume());

        double[] average = engine.compute(holed, BenchmarkSeries.none(), 252).get(SignalColumn.ATR_14);

        assertThat(average[49]).isFinite();
        assertThat(Arrays.copyOfRange(average, 50, 64)).containsOnly(Double.NaN);
        assertThat(average[64]).isFinite();
    }

    @Test
    void fillsTheSameObjectWithAShorterSeriesAfterALongerOne() {
        SignalColumns reused = new SignalColumns();
        BarSeries shorter = TestSeries.bars(Kind.GAPS, 300, 2);
        BenchmarkSeries benchmark = TestSeries.benchmark(500, 10, 6);

        engine.compute(TestSeries.bars(Kind.UNKNOWNS, 600, 1), benchmark, 252, reused);
        engine.compute(shorter, benchmark, 252, reused);

        SignalColumns fresh = new SignalEngine().compute(shorter, benchmark, 252);
        assertThat(reused.size()).isEqualTo(300);
        for (SignalColumn column : SignalColumn.values()) {
            assertThat(Arrays.copyOf(reused.get(column), 300))
                    .as(column.columnName())
                    .containsExactly(fresh.get(column));
        }
    }

    @Test
    void refusesAnAnnualisationThatIsNotAboveZero() {
        BarSeries bars = TestSeries.weekdayCloses(1, 2);

        assertThatThrownBy(() -> engine.compute(bars, BenchmarkSeries.none(), 0))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("sessionsPerYear is '0.0'");
    }

    private static int firstValue(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .findFirst()
                .orElseThrow();
    }

    private static int firstAtLeast(int[] epochDays, int days) {
        return IntStream.range(0, epochDays.length)
                .filter(i -> epochDays[i] - epochDays[0] >= days)
                .findFirst()
                .orElseThrow();
    }

    /** Equal to 1e-9 of the value; where sums cancel, to 1e-12 of what was summed. */
    private static void assertSame(SignalColumn column, double[] actual, double[] expected, double[] close) {
        double largestClose = Arrays.stream(close).map(Math::abs).max().orElse(0);
        double scale = column.unit() == SignalUnit.PRICE ? largestClose : 1;
        for (int i = 0; i < expected.length; i++) {
            if (Double.isNaN(expected[i]) || Double.isNaN(actual[i])) {
                assertThat(actual[i]).as("%s at bar %d", column, i).isEqualTo(Double.valueOf(expected[i]));
            } else {
                assertThat(actual[i])
                        .as("%s at bar %d", column, i)
                        .isCloseTo(expected[i], within(1e-9 * Math.abs(expected[i]) + 1e-12 * scale));
            }
        }
    }
}
