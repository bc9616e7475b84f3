package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.backtest.WeightBacktest;
import io.lumia.quant.golden.GoldenFile.Tolerance;
import io.lumia.quant.risk.Drawdown;
import io.lumia.quant.risk.Performance;
import io.lumia.quant.risk.ReturnSeries;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values, costs and turnover of {@code backtest*.json}: month by month back to the same weights. */
class GoldenBacktestTest {

    private static final double SESSIONS = 252;
    private static final int SHOWN_EVERY = 100;

    static Stream<Arguments> cases() throws IOException {
        return GoldenFile.ofKind("backtest").flatMap(file -> StreamSupport.stream(
                        file.json().required("cases").spliterator(), false)
                .map(golden -> Arguments.of(file, golden.required("case").asText(), golden)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void leavesOfTheCapitalWhatTheReferenceLeaves(GoldenFile file, String name, JsonNode golden) throws IOException {
        GoldenPrices prices = file.prices();
        int[] days = firstDayAndMonthEnds(prices.dates());
        JsonNode expected = golden.required("expected");
        Tolerance tolerance = Tolerance.of(file.json().required("tolerance"));

        WeightBacktest.Outcome outcome = new WeightBacktest(
                        prices.pricesOf(prices.assets()),
                        days,
                        GoldenFile.numbers(golden.required("weights")),
                        golden.required("cost_rate").asDouble(),
                        golden.required("integer_shares").asBoolean())
                .run(golden.required("capital0").asDouble());

        double[] values = outcome.values();
        ReturnSeries returns = returns(values);
        List<String> differences = new ArrayList<>();
        compare(differences, expected, "final_value", values[values.length - 1], tolerance);
        compare(differences, expected, "value_row0", values[0], tolerance);
        compare(differences, expected, "total_cost", outcome.state().costs(), tolerance);
        compare(differences, expected, "turnover_notional", outcome.state().traded(), tolerance);
        compare(differences, expected, "n_rebalances", days.length, tolerance);
        compare(differences, expected, "sharpe_rf0", Performance.sharpe(returns, 0, SESSIONS), tolerance);
        compare(differences, expected, "max_drawdown", Drawdown.deepest(returns).depth(), tolerance);
        compare(differences, expected, "vol_ann", Performance.volatility(returns, SESSIONS), tolerance);
        double[] shown = IntStream.iterate(0, day -> day < values.length, day -> day + SHOWN_EVERY)
                .mapToDouble(day -> values[day])
                .toArray();
        GoldenFile.compare(differences, "values_every_100", expected.required("values_every_100"), shown, tolerance);
        assertThat(differences).as(name).isEmpty();
    }

    private static void compare(
            List<String> differences, JsonNode expected, String name, double actual, Tolerance tolerance) {
        GoldenFile.compare(differences, name, expected.required(name), actual, tolerance);
    }

    /** The first row and the last one of each month, but for the very last row. */
    private static int[] firstDayAndMonthEnds(List<LocalDate> dates) {
        return IntStream.range(0, dates.size() - 1)
                .filter(row -> row == 0 || !YearMonth.from(dates.get(row)).equals(YearMonth.from(dates.get(row + 1))))
                .toArray();
    }

    private static ReturnSeries returns(double[] values) {
        return ReturnSeries.of(IntStream.range(1, values.length)
                .mapToDouble(day -> values[day] / values[day - 1] - 1)
                .toArray());
    }
}
