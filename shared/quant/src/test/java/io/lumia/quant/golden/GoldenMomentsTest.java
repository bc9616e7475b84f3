package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.golden.GoldenFile.Tolerance;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.CovarianceEstimate;
import io.lumia.quant.moments.CovarianceEstimate.Treatment;
import io.lumia.quant.moments.Covariances;
import io.lumia.quant.moments.LedoitWolf;
import io.lumia.quant.moments.MeanReturns;
import io.lumia.quant.moments.PairwiseCovariance;
import io.lumia.quant.moments.ReturnTable;
import io.lumia.quant.moments.SpectralRepair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Means and covariances of {@code moments*.json} and {@code missing_data*.json}. */
class GoldenMomentsTest {

    private static final double YEAR = 252;
    private static final Pattern MEAN_SPAN = Pattern.compile("mu_ema_span(\\d+)");
    private static final Pattern COVARIANCE_SPAN = Pattern.compile("cov_exp_span(\\d+)");
    private static final Pattern LAST_ROWS = Pattern.compile("last (\\d+) returns.*");

    private final List<String> differences = new ArrayList<>();

    static Stream<GoldenFile> moments() throws IOException {
        return GoldenFile.ofKind("moments");
    }

    static Stream<GoldenFile> missingData() throws IOException {
        return GoldenFile.ofKind("missing_data");
    }

    static Stream<GoldenFile> portfolios() throws IOException {
        return GoldenFile.ofKind("portfolios");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void estimatesWhatTheReferenceSays(GoldenFile file) throws IOException {
        ReturnTable table = file.prices().returnsOf(GoldenFile.texts(file.json().required("assets")));
        JsonNode moments = file.json().required("moments");
        Tolerance tolerance = Tolerance.of(moments.required("tolerance"));

        moments.properties().stream()
                .filter(entry -> !entry.getKey().equals("tolerance"))
                .forEach(entry -> compareMoment(table, entry.getKey(), entry.getValue(), tolerance));

        assertThat(table.days()).isEqualTo(file.json().required("n_returns").asInt());
        assertThat(differences).as(file.toString()).isEmpty();
    }

    private void compareMoment(ReturnTable table, String name, JsonNode expected, Tolerance tolerance) {
        Matcher meanSpan = MEAN_SPAN.matcher(name);
        Matcher covarianceSpan = COVARIANCE_SPAN.matcher(name);
        if (meanSpan.matches()) {
            double span = Double.parseDouble(meanSpan.group(1));
            compare(name, expected, MeanReturns.exponential(table, span, YEAR), tolerance);
        } else if (covarianceSpan.matches()) {
            double span = Double.parseDouble(covarianceSpan.group(1));
            compare(name, expected, Covariances.exponential(table, span, YEAR), tolerance);
        } else {
            switch (name) {
                case "mu_arith" -> compare(name, expected, MeanReturns.arithmetic(table, YEAR), tolerance);
                case "mu_cagr" -> compare(name, expected, MeanReturns.compound(table, YEAR), tolerance);
                case "cov_sample" -> compare(name, expected, Covariances.sample(table, YEAR), tolerance);
                case "cov_ledoit_wolf_const_var" ->
                    compare(name, expected, LedoitWolf.toConstantVariance(table, YEAR), tolerance);
                case "cov_ledoit_wolf_const_corr" ->
                    compare(name, expected, LedoitWolf.toConstantCorrelation(table, YEAR), tolerance);
                case "lw_shrinkage" ->
                    compareIntensity(name, expected, LedoitWolf.toConstantVariance(table, YEAR), tolerance);
                case "lw_cc_shrinkage" ->
                    compareIntensity(name, expected, LedoitWolf.toConstantCorrelation(table, YEAR), tolerance);
                default -> differences.add("unknown moment " + name);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("portfolios")
    void shrinksMoreWithFewerRowsThanAssets(GoldenFile file) throws IOException {
        JsonNode singular =
                file.json().required("portfolios").required("edge_cases").required("singular_cov");
        Matcher rows = LAST_ROWS.matcher(singular.required("rows").asText());
        assertThat(rows.matches()).as(singular.required("rows").asText()).isTrue();
        ReturnTable table = file.prices()
                .returnsOf(GoldenFile.texts(file.json().required("assets")))
                .lastDays(Integer.parseInt(rows.group(1)));

        CovarianceEstimate estimate = LedoitWolf.toConstantVariance(table, YEAR);

        compareIntensity("lw_shrinkage", singular.required("lw_shrinkage"), estimate, new Tolerance(1e-9, 0));
        assertThat(differences).as(file.toString()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("missingData")
    void estimatesPairwiseWhatTheReferenceSays(GoldenFile file) throws IOException {
        JsonNode json = file.json();
        ReturnTable table = file.prices().returnsOf(GoldenFile.texts(json.required("assets")));
        Tolerance tolerance = Tolerance.of(json.required("tolerance"));
        Tolerance exact = new Tolerance(0, 0);

        SymmetricMatrix commonDays = PairwiseCovariance.commonDays(table);
        CovarianceEstimate pairwise = PairwiseCovariance.of(table, 2, YEAR);
        ReturnTable listwise = table.completeDays();

        double[] observations = IntStream.range(0, table.assets())
                .mapToDouble(table::observations)
                .toArray();
        compare("n_obs_per_asset", json.required("n_obs_per_asset"), observations, exact);
        GoldenFile.compare(differences, "n_obs_pairwise", json.required("n_obs_pairwise"), commonDays, exact);
        compare("n_listwise", json.required("n_listwise"), listwise.days(), exact);
        compare(
                "mean_ann_per_asset",
                json.required("mean_ann_per_asset"),
                MeanReturns.arithmetic(table, YEAR),
                tolerance);
        compare("cov_pairwise", json.required("cov_pairwise"), pairwise, tolerance);
        compare("cov_listwise", json.required("cov_listwise"), Covariances.sample(listwise, YEAR), tolerance);
        if (pairwise.treatment() instanceof Treatment.Pairwise(var days, var repair)) {
            compare("min_eigenvalue", json.required("min_eigenvalue"), repair.smallestEigenvalue(), tolerance);
        }
        assertThat(differences).as(file.toString()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("missingData")
    void repairsAnIndefiniteMatrixAsTheReferenceSays(GoldenFile file) {
        JsonNode expected = file.json().required("indefinite_case");
        Tolerance tolerance = Tolerance.of(file.json().required("tolerance"));
        SymmetricMatrix matrix = SymmetricMatrix.of(GoldenFile.matrix(expected.required("matrix")));

        SpectralRepair repaired = SpectralRepair.of(matrix);

        double smallest = repaired.repair().smallestEigenvalue();
        compare("min_eigenvalue", expected.required("min_eigenvalue"), smallest, tolerance);
        GoldenFile.compare(differences, "spectral", expected.required("spectral"), repaired.matrix(), tolerance);
        assertThat(differences).as(file.toString()).isEmpty();
    }

    private void compareIntensity(String name, JsonNode expected, CovarianceEstimate actual, Tolerance tolerance) {
        if (actual.treatment() instanceof Treatment.Shrunk(int days, var target, double intensity)) {
            compare(name, expected, intensity, tolerance);
        } else {
            differences.add(name + ": not shrunk but " + actual.treatment());
        }
    }

    private void compare(String name, JsonNode expected, CovarianceEstimate actual, Tolerance tolerance) {
        GoldenFile.compare(differences, name, expected, actual.matrix(), tolerance);
    }

    private void compare(String name, JsonNode expected, double[] actual, Tolerance tolerance) {
        GoldenFile.compare(differences, name, expected, actual, tolerance);
    }

    private void compare(String name, JsonNode expected, double actual, Tolerance tolerance) {
        GoldenFile.compare(differences, name, expected, actual, tolerance);
    }
}
