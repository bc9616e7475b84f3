package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.optimise.HierarchicalRiskParity;
import io.lumia.quant.optimise.Limit;
import io.lumia.quant.optimise.Limits;
import io.lumia.quant.optimise.Objective;
import io.lumia.quant.optimise.OptimisationResult;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import io.lumia.quant.optimise.Optimiser;
import io.lumia.quant.optimise.PortfolioProblem;
import io.lumia.quant.optimise.Trading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every portfolio of {@code portfolios*.json}. */
class GoldenPortfoliosTest {

    static Stream<Arguments> entries() throws IOException {
        List<Arguments> entries = new ArrayList<>();
        for (GoldenFile file : GoldenFile.ofKind("portfolios").toList()) {
            GoldenPortfolios golden = GoldenPortfolios.of(file);
            golden.portfolios().fieldNames().forEachRemaining(key -> {
                if (key.equals("edge_cases")) {
                    golden.portfolios()
                            .get(key)
                            .fieldNames()
                            .forEachRemaining(edge -> entries.add(Arguments.of(golden, "edge|" + edge)));
                } else {
                    entries.add(Arguments.of(golden, key));
                }
            });
        }
        return entries.stream();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("entries")
    void findsThePortfolioOfTheReference(GoldenPortfolios golden, String key) {
        assertThat(differences(golden, key)).as(key).isEmpty();
    }

    @Test
    void failsOnAKeyThatItDoesNotKnow() throws IOException {
        GoldenPortfolios golden =
                GoldenPortfolios.of(GoldenFile.ofKind("portfolios").findFirst().orElseThrow());

        assertThatThrownBy(() -> differences(golden, "max_kelly|sample"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("max_kelly");
    }

    private static List<String> differences(GoldenPortfolios golden, String key) {
        String[] part = key.split("\\|");
        JsonNode entry = part[0].equals("edge")
                ? golden.portfolios().get("edge_cases").get(part[1])
                : golden.portfolios().path(key);
        return switch (part[0]) {
            case "max_sharpe" ->
                GoldenAnswer.differences(
                        entry,
                        solve(
                                bounded(golden, part[1], part[2], part[4]),
                                new Objective.MaxSharpe(number(part[3], "rf"))));
            case "max_sharpe_unconstrained_closed_form" ->
                GoldenAnswer.differences(
                        entry,
                        solve(
                                golden.problem(part[1], part[2])
                                        .with(Limits.unbounded(golden.assets().size())),
                                new Objective.MaxSharpe(number(part[3], "rf"))));
            case "min_variance" ->
                GoldenAnswer.differences(
                        entry, solve(bounded(golden, part[1], "arith", part[2]), new Objective.MinVariance()));
            case "max_quadratic_utility" ->
                GoldenAnswer.differences(
                        entry,
                        solve(
                                bounded(golden, part[1], part[2], part[4]),
                                new Objective.MeanVarianceUtility(number(part[3], "gamma"))));
            case "frontier_target_return" ->
                each(
                        entry,
                        point -> solve(
                                bounded(golden, part[1], part[2], part[3]),
                                new Objective.EfficientReturn(
                                        point.required("target_return").asDouble())));
            case "frontier_target_risk" ->
                each(
                        entry,
                        point -> solve(
                                bounded(golden, part[1], part[2], part[3]),
                                new Objective.EfficientRisk(
                                        point.required("target_vol").asDouble())));
            case "risk_parity_erc" ->
                GoldenAnswer.differences(entry, solve(golden.problem(part[1], "arith"), new Objective.RiskParity()));
            case "risk_budget" ->
                GoldenAnswer.differences(
                        entry,
                        solve(
                                golden.problem(part[1], "arith"),
                                new Objective.RiskBudgets(GoldenFile.numbers(entry.required("b")))));
            case "mv_with_l1_cost" -> GoldenAnswer.differences(entry, withCost(golden, part));
            case "hrp" -> hierarchical(golden, entry, part[1]);
            case "min_cvar" -> cvar(golden, entry, number(part[1], "beta"), part[3], Double.NEGATIVE_INFINITY);
            case "min_cvar_target_return" ->
                cvar(
                        golden,
                        entry,
                        number(part[1], "beta"),
                        "[0,1]",
                        entry.required("target_return_ann_arith").asDouble());
            case "black_litterman" -> GoldenBlackLitterman.differences(golden, entry);
            case "edge" -> edge(golden, entry, part[1]);
            default -> throw new IllegalArgumentException("unknown portfolio '" + key + "'");
        };
    }

    private static OptimisationResult solve(PortfolioProblem problem, Objective objective) {
        return Optimiser.optimise(problem, objective);
    }

    private interface Solver {
        OptimisationResult solve(JsonNode point);
    }

    private static List<String> each(JsonNode points, Solver solver) {
        List<String> differences = new ArrayList<>();
        points.forEach(point -> differences.addAll(GoldenAnswer.differences(point, solver.solve(point))));
        assertThat(points.size()).isPositive();
        return differences;
    }

    private static PortfolioProblem bounded(GoldenPortfolios golden, String covariance, String mean, String bounds) {
        double[] pair = Arrays.stream(bounds.substring(1, bounds.length() - 1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return golden.problem(covariance, mean)
                .with(Limits.between(golden.assets().size(), pair[0], pair[1]));
    }

    private static double number(String part, String name) {
        if (!part.startsWith(name + "=")) {
            throw new IllegalArgumentException("'" + part + "' where " + name + "=… was expected");
        }
        return Double.parseDouble(part.substring(name.length() + 1));
    }

    private static OptimisationResult withCost(GoldenPortfolios golden, String[] part) {
        if (!part[4].equals("w0=1/n")) {
            throw new IllegalArgumentException("unknown holdings '" + part[4] + "'");
        }
        double[] holdings = new double[golden.assets().size()];
        Arrays.fill(holdings, 1.0 / holdings.length);
        return solve(
                golden.problem(part[1], "arith").with(Trading.from(holdings).withLinearCost(number(part[3], "c"))),
                new Objective.MeanVarianceUtility(number(part[2], "gamma")));
    }

    private static List<String> hierarchical(GoldenPortfolios golden, JsonNode entry, String variant) {
        if (variant.startsWith("skfolio_default(ward linkage")) {
            return informative(golden, entry);
        }
        if (!variant.startsWith("pypfopt(single linkage")) {
            throw new IllegalArgumentException("unknown variant '" + variant + "'");
        }
        PortfolioProblem problem = golden.problem("sample", "arith");
        List<String> differences =
                new ArrayList<>(GoldenAnswer.differences(entry, solve(problem, new Objective.Hierarchical())));
        int[] order = HierarchicalRiskParity.leafOrder(problem.covariance());
        if (entry.has("leaf_order")) {
            double[] expected = GoldenFile.numbers(entry.get("leaf_order"));
            if (!Arrays.equals(expected, Arrays.stream(order).asDoubleStream().toArray())) {
                differences.add(
                        "leaf_order: expected %s, got %s".formatted(entry.get("leaf_order"), Arrays.toString(order)));
            }
        }
        return differences;
    }

    /** Another program's default that we do not offer; the file says that it is there for information. */
    private static List<String> informative(GoldenPortfolios golden, JsonNode entry) {
        boolean complete = entry.required("w").size() == golden.assets().size();
        return complete && entry.path("note").asText().startsWith("informative")
                ? List.of()
                : List.of("an entry that is more than informative");
    }

    private static List<String> cvar(
            GoldenPortfolios golden, JsonNode entry, double confidence, String bounds, double target) {
        OptimisationResult result = solve(
                bounded(golden, "sample", "arith", bounds),
                new Objective.MinConditionalValueAtRisk(golden.returns(), confidence, target));
        List<String> differences = new ArrayList<>(GoldenAnswer.differences(entry, result));
        if (entry.has("var_dual") && result instanceof Solved solved) {
            double[] losses = Arrays.stream(golden.returns())
                    .mapToDouble(day -> -dot(day, solved.weights()))
                    .sorted()
                    .toArray();
            double quantile = losses[(int) Math.ceil(confidence * losses.length) - 1];
            if (Math.abs(quantile - entry.get("var_dual").asDouble()) > 1e-8) {
                differences.add("var_dual: expected %s, got %s".formatted(entry.get("var_dual"), quantile));
            }
        }
        return differences;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static List<String> edge(GoldenPortfolios golden, JsonNode entry, String name) {
        switch (name) {
            case "max_sharpe_all_negative_excess" -> {
                double[] mean = golden.mean("arith");
                Arrays.setAll(mean, i -> mean[i] - 10);
                PortfolioProblem problem = PortfolioProblem.of(golden.assets(), mean, golden.covariance("sample"));
                assertThat(solve(problem, new Objective.MaxSharpe(0)))
                        .isInstanceOfSatisfying(Infeasible.class, infeasible -> assertThat(infeasible.conflicts())
                                .singleElement()
                                .satisfies(limit -> assertThat(limit.kind()).isEqualTo(Limit.Kind.POSITIVE_EXCESS)));
            }
            case "target_return_above_max" -> {
                double target = entry.required("target").asDouble();
                double[] mean = golden.mean("arith");
                assertThat(solve(golden.problem("sample", "arith"), new Objective.EfficientReturn(target)))
                        .isInstanceOfSatisfying(Infeasible.class, infeasible -> {
                            assertThat(infeasible.conflicts())
                                    .anyMatch(limit -> limit.kind() == Limit.Kind.MINIMAL_RETURN);
                            assertThat(infeasible.attainable()).anySatisfy(range -> {
                                assertThat(range.subject()).isEqualTo("expected return");
                                assertThat(range.maximum())
                                        .isCloseTo(
                                                entry.required("max_attainable").asDouble(), within(1e-12));
                                assertThat(range.minimum())
                                        .isCloseTo(Arrays.stream(mean).min().orElseThrow(), within(1e-12));
                            });
                        });
            }
            case "bounds_infeasible" -> {
                JsonNode bounds = entry.required("bounds");
                int count = golden.assets().size();
                PortfolioProblem problem = golden.problem("sample", "arith")
                        .with(Limits.between(
                                count, bounds.get(0).asDouble(), bounds.get(1).asDouble()));
                assertThat(solve(problem, new Objective.MinVariance()))
                        .isInstanceOfSatisfying(Infeasible.class, infeasible -> {
                            assertThat(infeasible.conflicts()).hasSize(count + 1);
                            assertThat(infeasible.attainable().getFirst().maximum())
                                    .isCloseTo(count * bounds.get(1).asDouble(), within(1e-12));
                        });
            }
            case "singular_cov" -> {
                String rows = entry.required("rows").asText();
                GoldenPortfolios last =
                        golden.lastReturns(Integer.parseInt(rows.replaceAll("\\D+(\\d+) returns.*", "$1")));
                return singular(last, entry);
            }
            default -> throw new IllegalArgumentException("unknown edge case '" + name + "'");
        }
        return List.of();
    }

    private static List<String> singular(GoldenPortfolios last, JsonNode entry) {
        List<String> differences = new ArrayList<>();
        if (!(solve(last.problem("sample", "arith"), new Objective.MinVariance()) instanceof Solved zero)
                || zero.residual() > 1e-12) {
            differences.add("the sample covariance was not solved");
        }
        if (!(solve(last.problem("ledoit_wolf", "arith"), new Objective.MinVariance()) instanceof Solved solved)) {
            return List.of("the shrunk covariance was not solved");
        }
        double[] expected = GoldenFile.numbers(entry.required("min_var_w_lw"));
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - solved.weights()[i]) <= 1e-5)) {
                differences.add("w[%d]: expected %s, got %s".formatted(i, expected[i], solved.weights()[i]));
            }
        }
        return differences;
    }
}
