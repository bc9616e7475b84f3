package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.golden.GoldenFile.Tolerance;
import io.lumia.quant.information.GaussianTransferEntropy;
import io.lumia.quant.information.HistoryLengths;
import io.lumia.quant.information.SeriesPair;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every estimate of {@code transfer_entropy*.json}, whatever base, histories and neighbours its name says. */
class GoldenTransferEntropyTest {

    private static final Set<String> NO_FIGURES = Set.of("source", "target", "n");
    private static final Pattern ANALYTIC = Pattern.compile("analytic_(.+)_to_(.+)_nats");

    static Stream<GoldenFile> files() throws IOException {
        return GoldenFile.ofKind("transfer_entropy");
    }

    static Stream<Arguments> cases() throws IOException {
        return files().flatMap(GoldenTransferEntropyTest::casesOf);
    }

    private static Stream<Arguments> casesOf(GoldenFile file) {
        assertThat(file.json().required("cases")).as(file.toString()).isNotEmpty();
        return StreamSupport.stream(file.json().required("cases").spliterator(), false)
                .map(golden -> Arguments.of(
                        file,
                        golden.required("source").asText(),
                        golden.required("target").asText(),
                        golden));
    }

    @ParameterizedTest(name = "{0} {1} to {2}")
    @MethodSource("cases")
    void estimatesWhatTheReferenceEstimates(GoldenFile file, String source, String target, JsonNode golden)
            throws IOException {
        GoldenInformation information = new GoldenInformation(column(file, source), column(file, target));
        List<String> differences = new ArrayList<>();

        for (Map.Entry<String, JsonNode> figure : golden.properties()) {
            if (!NO_FIGURES.contains(figure.getKey())) {
                compare(differences, information, figure, tolerance(file, figure.getKey()));
            }
        }

        assertThat(information.source()).hasSize(golden.required("n").asInt());
        assertThat(golden.size()).as("figures").isGreaterThan(NO_FIGURES.size());
        assertThat(differences).isEmpty();
    }

    /** Of neighbours equally far any may have been taken: then one of the choices must give the number. */
    private static void compare(
            List<String> differences,
            GoldenInformation information,
            Map.Entry<String, JsonNode> figure,
            Tolerance tolerance) {
        double expected = figure.getValue().asDouble(Double.NaN);
        double actual = information.get(figure.getKey());
        if (tolerance.agrees(expected, actual)) {
            return;
        }
        double[] choices = information.otherChoices(figure.getKey());
        if (Arrays.stream(choices).noneMatch(choice -> tolerance.agrees(expected, choice))) {
            differences.add("%s: expected %s, got %s; choices among neighbours equally far: %d"
                    .formatted(figure.getKey(), figure.getValue(), actual, choices.length));
        }
    }

    private static Tolerance tolerance(GoldenFile file, String figure) {
        JsonNode tolerances = file.json().required("tolerance");
        String name = figure.endsWith("_pvalue_analytic")
                ? "gaussian_pvalue_abs"
                : figure.startsWith("kraskov_") ? "kraskov_abs" : "abs";
        return new Tolerance(0, tolerances.required(name).asDouble());
    }

    /** The true number, from which an estimate has a standard error of √((1 - exp(-2 nats)) / n). */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void liesNearTheTruthWhereItIsKnown(GoldenFile file) throws IOException {
        for (Map.Entry<String, JsonNode> field : file.json().properties()) {
            Matcher name = ANALYTIC.matcher(field.getKey());
            if (name.matches()) {
                double truth = field.getValue().asDouble(Double.NaN);
                SeriesPair pair = SeriesPair.of(column(file, name.group(1)), column(file, name.group(2)));

                double nats = GaussianTransferEntropy.of(pair, new HistoryLengths(1, 1))
                        .nats();

                double standardError = Math.sqrt((1 - Math.exp(-2 * truth)) / pair.size());
                assertThat(nats).as(field.getKey()).isCloseTo(truth, within(4 * standardError));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renyi_k1_l1_nats",
                "gaussian_k1_l1_hartleys",
                "gaussian_k1_l1",
                "kraskov_alg3_K4_k1_l1_nats",
                "kraskov_alg1_K4_k1_l1_pvalue_analytic",
                "discrete_tercile_base4_k1_l1_bits",
                "discrete_median_base2_k1_l1_bits"
            })
    void failsForAFigureThatItDoesNotKnow(String figure) {
        double[] series = {0.3, -0.1, 0.2, 0.5, -0.7, 0.1, 0.9, -0.4};
        GoldenInformation information = new GoldenInformation(series, series.clone());

        assertThatThrownBy(() -> information.get(figure)).hasMessage("unknown figure " + figure);
    }

    @Test
    void readsOtherLengthsBasesAndUnits() {
        double[] source = {0.3, -0.1, 0.2, 0.5, -0.7, 0.1, 0.9, -0.4, 0.35, 0.15, -0.2, 0.6};
        double[] target = {0.1, 0.4, -0.3, 0.25, 0.7, -0.6, 0.2, 0.8, -0.5, 0.45, 0.05, -0.15};
        GoldenInformation information = new GoldenInformation(source, target);

        assertThat(information.get("discrete_quartile_base4_k1_l2_nats")).isPositive();
        assertThat(information.get("kraskov_alg2_K3_k2_l1_bits"))
                .isCloseTo(information.otherChoices("kraskov_alg2_K3_k2_l1_bits")[0], within(1e-9));
        assertThat(information.get("gaussian_k1_l2_bits"))
                .isCloseTo(information.get("gaussian_k1_l2_nats") / Math.log(2), within(1e-15));
    }

    /** Of the csv that the file names: a header, then numbers, none missing. */
    private static double[] column(GoldenFile file, String name) throws IOException {
        List<String> lines =
                Files.readAllLines(file.path()
                                .resolveSibling(file.json().required("input").asText()))
                        .stream()
                        .filter(line -> !line.isBlank())
                        .toList();
        int column = List.of(lines.getFirst().split(",")).indexOf(name);
        assertThat(column).as(name).isNotNegative();
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .toArray();
    }
}
