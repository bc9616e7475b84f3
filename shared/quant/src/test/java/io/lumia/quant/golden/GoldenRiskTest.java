package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.golden.GoldenFile.Tolerance;
import io.lumia.quant.moments.ReturnTable;
import io.lumia.quant.risk.BenchmarkComparison;
import io.lumia.quant.risk.ReturnSeries;
import io.lumia.quant.risk.StressTest;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Risk figures of {@code risk*.json}: every case and every figure named in it. */
class GoldenRiskTest {

    private static final String EQUAL_WEIGHT = "EW_daily_rebalanced";
    private static final Pattern BETA_SHOCK = Pattern.compile("beta_shock_(-?\\d+)pct_equal_weight");
    private static final Pattern WORST_WINDOW = Pattern.compile("worst_(\\d+)bar_return_of_equal_monthly_backtest");

    private final List<String> differences = new ArrayList<>();

    static Stream<GoldenFile> risk() throws IOException {
        return GoldenFile.ofKind("risk");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("risk")
    void measuresWhatTheReferenceSays(GoldenFile file) throws IOException {
        GoldenPrices prices = file.prices();
        Tolerance tolerance = Tolerance.of(file.json().required("tolerance"));
        ReturnSeries benchmark = benchmark(file, prices);

        for (JsonNode golden : file.json().required("cases")) {
            String name = golden.required("series").asText();
            GoldenFigures figures = new GoldenFigures(series(name, prices), benchmark);
            for (Map.Entry<String, JsonNode> figure :
                    golden.required("expected").properties()) {
                compare(name + " " + figure.getKey(), figures, figure, tolerance);
            }
        }

        assertThat(file.json().required("cases")).isNotEmpty();
        assertThat(differences).as(file.toString()).isEmpty();
    }

    /** A drawn number has no exact reference: its standard error is given with it. */
    private void compare(String name, GoldenFigures figures, Map.Entry<String, JsonNode> figure, Tolerance tolerance) {
        JsonNode expected = figure.getValue();
        double actual = figures.get(figure.getKey());
        if (expected.isObject()) {
            double exact = figures.get(figure.getKey().replaceFirst("_mc_", "_").replaceFirst("_1e\\d+$", ""));
            Tolerance errors =
                    new Tolerance(0, 5 * expected.required("se_approx").asDouble());
            if (!errors.agrees(exact, actual)) {
                differences.add("%s: %s is further than %s from %s".formatted(name, actual, errors.absolute(), exact));
            }
        } else {
            GoldenFile.compare(differences, name, expected, actual, tolerance);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("risk")
    void stressesAsTheReferenceSays(GoldenFile file) throws IOException {
        GoldenPrices prices = file.prices();
        Tolerance tolerance = Tolerance.of(file.json().required("tolerance"));

        for (Map.Entry<String, JsonNode> stress : file.json().required("stress").properties()) {
            Matcher shock = BETA_SHOCK.matcher(stress.getKey());
            Matcher worst = WORST_WINDOW.matcher(stress.getKey());
            if (shock.matches()) {
                double move = Integer.parseInt(shock.group(1)) / 100.0;
                double actual = equalWeightAfter(move, file, prices);
                GoldenFile.compare(differences, stress.getKey(), stress.getValue(), actual, tolerance);
            } else if (worst.matches()) {
                compareWorst(stress, Integer.parseInt(worst.group(1)), prices, tolerance);
            } else {
                differences.add("unknown stress " + stress.getKey());
            }
        }

        assertThat(differences).as(file.toString()).isEmpty();
    }

    private double equalWeightAfter(double move, GoldenFile file, GoldenPrices prices) throws IOException {
        ReturnSeries benchmark = benchmark(file, prices);
        double[] betas = prices.assets().stream()
                .mapToDouble(asset -> BenchmarkComparison.of(series(asset, prices), benchmark, 252)
                        .beta())
                .toArray();
        return StressTest.marketShock(equalWeights(betas.length), betas, move).portfolioReturn();
    }

    /** Rows of the reference count values, of which there is one more than returns. */
    private void compareWorst(
            Map.Entry<String, JsonNode> stress, int length, GoldenPrices prices, Tolerance tolerance) {
        StressTest.WorstWindow window = StressTest.worst(monthlyEqualWeight(prices), length);

        JsonNode expected = stress.getValue();
        String name = stress.getKey();
        GoldenFile.compare(differences, name, expected.required("value"), window.totalReturn(), tolerance);
        GoldenFile.compare(differences, name, expected.required("end_row"), window.last() + 1, new Tolerance(0, 0));
    }

    /** Brought back to equal weights at the first close and at the last of each month, without cost. */
    private static ReturnSeries monthlyEqualWeight(GoldenPrices prices) {
        double[][] returns = rows(prices.returnsOf(prices.assets()));
        double[] values = equalWeights(prices.assets().size());
        double[] portfolio = new double[returns.length];
        for (int day = 0; day < returns.length; day++) {
            double before = Arrays.stream(values).sum();
            for (int asset = 0; asset < values.length; asset++) {
                values[asset] *= 1 + returns[day][asset];
            }
            double after = Arrays.stream(values).sum();
            portfolio[day] = after / before - 1;
            boolean monthEnds = day + 2 < prices.dates().size()
                    && !YearMonth.from(prices.dates().get(day + 1))
                            .equals(YearMonth.from(prices.dates().get(day + 2)));
            if (monthEnds) {
                Arrays.fill(values, after / values.length);
            }
        }
        return ReturnSeries.of(portfolio);
    }

    private static double[][] rows(ReturnTable table) {
        double[][] rows = new double[table.days()][table.assets()];
        for (int day = 0; day < rows.length; day++) {
            for (int asset = 0; asset < table.assets(); asset++) {
                rows[day][asset] = table.at(day, asset);
            }
        }
        return rows;
    }

    private static ReturnSeries benchmark(GoldenFile file, GoldenPrices prices) {
        return series(file.json().required("benchmark").asText(), prices);
    }

    private static ReturnSeries series(String name, GoldenPrices prices) {
        return ReturnSeries.of(
                name.equals(EQUAL_WEIGHT)
                        ? prices.returnsOf(prices.assets())
                                .portfolio(equalWeights(prices.assets().size()))
                        : prices.returnsOf(List.of(name)).series(0));
    }

    private static double[] equalWeights(int assets) {
        double[] weights = new double[assets];
        Arrays.fill(weights, 1.0 / assets);
        return weights;
    }
}
