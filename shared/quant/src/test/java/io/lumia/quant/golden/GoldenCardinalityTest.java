package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.cardinality.FewAssets;
import io.lumia.quant.cardinality.FewAssetsProblem;
import io.lumia.quant.cardinality.Holding;
import io.lumia.quant.linear.SymmetricMatrix;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Portfolios of few assets of {@code card*.json}: the same selection, proven, and an objective within the file's tolerance. */
class GoldenCardinalityTest {

    /** What the golden folder allows weights where a file says nothing of its own. */
    private static final double WEIGHT_TOLERANCE = 1e-5;

    static Stream<GoldenFile> files() throws IOException {
        return GoldenFile.ofKind("card");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void choosesEqualWeightsAsTheReferenceDoes(GoldenFile file) {
        JsonNode golden = file.json().required("problem_A_equal_weight_binary");
        int most = file.json().required("K").asInt();

        FewAssets few = FewAssets.of(problem(file, new Holding.Equal(most)));

        check(file, golden, few);
        assertThat(few.selection()).hasSize(most);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void choosesLimitedWeightsAsTheReferenceDoes(GoldenFile file) {
        JsonNode golden = file.json().required("problem_B_cardinality_weights");
        Holding holding = new Holding.Between(
                file.json().required("K").asInt(),
                golden.required("l").asDouble(),
                golden.required("u").asDouble());

        FewAssets few = FewAssets.of(problem(file, holding));

        check(file, golden, few);
        double[] held = Arrays.stream(few.selection())
                .mapToDouble(i -> few.weights()[i])
                .toArray();
        assertThat(held).containsExactly(GoldenFile.numbers(golden.required("weights")), within(WEIGHT_TOLERANCE));
    }

    private static FewAssetsProblem problem(GoldenFile file, Holding holding) {
        return new FewAssetsProblem(
                GoldenFile.numbers(file.json().required("mu")),
                SymmetricMatrix.of(GoldenFile.matrix(file.json().required("S"))),
                file.json().required("lambda").asDouble(),
                holding);
    }

    private static void check(GoldenFile file, JsonNode golden, FewAssets few) {
        JsonNode tolerance = file.json().required("tolerance");
        List<String> assets = GoldenFile.texts(file.json().required("assets"));
        assertThat(tolerance.required("selection").asText()).isEqualTo("exact");

        assertThat(few.isProven()).as("proven after %d nodes", few.nodes()).isTrue();
        assertThat(few.objective())
                .isCloseTo(
                        golden.required("optimum").asDouble(),
                        within(tolerance.required("objective_abs").asDouble()));
        assertThat(Arrays.stream(few.selection()).mapToObj(assets::get))
                .containsExactlyElementsOf(GoldenFile.texts(golden.required("selected")));
    }
}
