package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.forecast.ForecastRows;
import io.lumia.quant.forecast.ForecastScore;
import io.lumia.quant.forecast.Forecasts;
import io.lumia.quant.forecast.ReturnFeatures;
import io.lumia.quant.forecast.Ridge;
import io.lumia.quant.forecast.WalkForward;
import io.lumia.quant.golden.GoldenFile.Tolerance;
import io.lumia.quant.risk.ReturnSeries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts and scores of {@code walkforward*.json}, asset by asset, by the plan that the file's model states. */
class GoldenWalkForwardTest {

    private static final String MODEL = "ridge, alpha=2.5e-1 on features; first origin s=19+400+1; refit every 7 rows";

    static Stream<Arguments> cases() throws IOException {
        return GoldenFile.ofKind("walkforward").flatMap(GoldenWalkForwardTest::casesOf);
    }

    private static Stream<Arguments> casesOf(GoldenFile file) {
        assertThat(file.json().required("expected").properties())
                .as(file.toString())
                .isNotEmpty();
        return file.json().required("expected").properties().stream()
                .map(asset -> Arguments.of(file, asset.getKey(), asset.getValue()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void forecastsAsTheReferenceDoes(GoldenFile file, String asset, JsonNode expected) throws IOException {
        GoldenForecastPlan plan =
                GoldenForecastPlan.parse(file.json().required("model").asText());
        Tolerance tolerance = Tolerance.of(file.json().required("tolerance"));
        double[] returns = file.prices().returnsOf(List.of(asset)).series(0);
        ForecastRows rows = ReturnFeatures.of(ReturnSeries.of(returns));
        WalkForward walk = new WalkForward(plan.firstOrigin(), plan.refitEvery());

        Forecasts forecasts = walk.run(rows, new Ridge(plan.alpha()));
        ForecastScore score = ForecastScore.of(forecasts, walk.expandingMean(rows));

        assertThat(expected.properties()).as(asset).isNotEmpty();
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, JsonNode> figure : expected.properties()) {
            double[] actual = figure(figure.getKey(), figure.getValue().size(), forecasts.predictions(), score);
            if (figure.getValue().isArray()) {
                GoldenFile.compare(differences, figure.getKey(), figure.getValue(), actual, tolerance);
            } else {
                GoldenFile.compare(differences, figure.getKey(), figure.getValue(), actual[0], tolerance);
            }
        }
        assertThat(differences).as(asset).isEmpty();
    }

    private static double[] figure(String name, int size, double[] predictions, ForecastScore score) {
        return switch (name) {
            case "n_oos" -> new double[] {score.count()};
            case "oos_mse" -> new double[] {score.meanSquaredError()};
            case "oos_r2_vs_zero" -> new double[] {score.r2VsZero()};
            case "oos_r2_vs_expanding_mean" -> new double[] {score.r2VsExpandingMean()};
            case "hit_rate" -> new double[] {score.hitRate()};
            case "ic_pearson" -> new double[] {score.informationCoefficient()};
            case "first_preds" -> Arrays.copyOf(predictions, size);
            case "last_preds" -> Arrays.copyOfRange(predictions, predictions.length - size, predictions.length);
            default -> throw new IllegalArgumentException("unknown figure " + name);
        };
    }

    @Test
    void runsByTheNumbersInTheModel() {
        assertThat(GoldenForecastPlan.parse(MODEL)).isEqualTo(new GoldenForecastPlan(0.25, 420, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha=2.5e-1", "first origin s=19+400+1", "refit every 7 rows"})
    void failsWhereTheModelLeavesOneOut(String part) {
        assertThatThrownBy(() -> GoldenForecastPlan.parse(MODEL.replace(part, "")))
                .hasMessageContaining(part.substring(0, 5))
                .hasMessageContaining("in model");
        assertThatThrownBy(() -> GoldenForecastPlan.parse(MODEL + "; " + part)).hasMessageContaining("more than one");
    }
}
