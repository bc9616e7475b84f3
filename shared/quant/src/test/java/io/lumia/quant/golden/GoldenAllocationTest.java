package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.allocation.ExactAllocation;
import io.lumia.quant.allocation.GreedyAllocation;
import io.lumia.quant.allocation.ShareTarget;
import io.lumia.quant.allocation.WholeShares;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole shares of {@code integer_allocation*.json}: the greedy shares themselves, the exact ones by their gap. */
class GoldenAllocationTest {

    static Stream<Arguments> cases() throws IOException {
        return GoldenFile.ofKind("integer_allocation").flatMap(GoldenAllocationTest::casesOf);
    }

    private static Stream<Arguments> casesOf(GoldenFile file) {
        assertThat(file.json().required("cases")).as(file.toString()).isNotEmpty();
        double tolerance =
                file.json().required("tolerance").required("objective_abs").asDouble();
        return StreamSupport.stream(file.json().required("cases").spliterator(), false)
                .map(golden -> Arguments.of(file, golden.required("capital").asDouble(), golden, tolerance));
    }

    @ParameterizedTest(name = "{0} capital {1}")
    @MethodSource("cases")
    void buysGreedilyWhatTheReferenceBuys(GoldenFile file, double capital, JsonNode golden, double tolerance) {
        JsonNode expected = golden.required("greedy_pypfopt");

        WholeShares actual = GreedyAllocation.of(target(golden));

        assertThat(actual.shares()).containsExactly(shares(golden, expected.required("shares")));
        assertThat(actual.gap()).isCloseTo(expected.required("objective").asDouble(), within(tolerance));
        assertThat(actual.leftover()).isCloseTo(expected.required("leftover").asDouble(), within(tolerance));
    }

    @ParameterizedTest(name = "{0} capital {1}")
    @MethodSource("cases")
    void provesTheGapThatTheReferenceProves(GoldenFile file, double capital, JsonNode golden, double tolerance) {
        JsonNode expected = golden.required("lp");

        ExactAllocation actual = ExactAllocation.of(target(golden));

        assertThat(actual.allocation().gap())
                .isCloseTo(expected.required("objective").asDouble(), within(tolerance));
        assertThat(actual.proven()).as("proven after %d nodes", actual.nodes()).isTrue();
    }

    private static ShareTarget target(JsonNode golden) {
        JsonNode prices = golden.required("prices");
        double[] ordered = golden.required("weights").properties().stream()
                .mapToDouble(weight -> prices.required(weight.getKey()).asDouble())
                .toArray();
        return new ShareTarget(
                GoldenFile.numbers(golden.required("weights")),
                ordered,
                golden.required("capital").asDouble());
    }

    /** In the order of the weights; an asset that is not named has none. */
    private static long[] shares(JsonNode golden, JsonNode shares) {
        return golden.required("weights").properties().stream()
                .mapToLong(weight -> shares.path(weight.getKey()).asLong(0))
                .toArray();
    }
}
