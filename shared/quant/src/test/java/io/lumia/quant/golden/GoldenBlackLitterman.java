package io.lumia.quant.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.optimise.BlackLitterman;
import io.lumia.quant.optimise.BlackLitterman.Confidence;
import io.lumia.quant.optimise.BlackLitterman.Posterior;
import io.lumia.quant.optimise.BlackLitterman.View;
import io.lumia.quant.optimise.Objective;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import io.lumia.quant.optimise.Optimiser;
import io.lumia.quant.optimise.PortfolioProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** The Black-Litterman entry of a reference file. */
final class GoldenBlackLitterman {

    private static final Set<String> FIELDS = Set.of(
            "inputs",
            "pi",
            "posterior_mu",
            "posterior_cov",
            "posterior_cov_def",
            "max_sharpe_w",
            "idzorek",
            "tolerance");

    private GoldenBlackLitterman() {}

    static List<String> differences(GoldenPortfolios golden, JsonNode entry) {
        JsonNode inputs = entry.required("inputs");
        require(inputs, "cov", "cov_ledoit_wolf_const_var");
        require(inputs, "omega", "diag(tau P S P')");
        SymmetricMatrix covariance = golden.covariance("ledoit_wolf");
        BlackLitterman prior = new BlackLitterman(
                covariance,
                BlackLitterman.marketWeights(GoldenFile.numbers(inputs.required("market_caps"))),
                inputs.required("delta").asDouble(),
                inputs.required("tau").asDouble());
        double tolerance = entry.required("tolerance").required("rel").asDouble();
        List<String> differences = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        entry.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FIELDS);
        unknown.forEach(field -> differences.add("unknown field " + field));
        Posterior posterior = prior.posterior(views(inputs, _ -> new Confidence.AsTheMarket()));
        compare("pi", entry, posterior.impliedReturns(), tolerance, 0, differences);
        compare("posterior_mu", entry, posterior.expectedReturns(), tolerance, 0, differences);
        for (int i = 0; i < covariance.order(); i++) {
            double[] row = posterior.covariance().toArray()[i];
            compare("posterior_cov row " + i, entry.required("posterior_cov").get(i), row, tolerance, 0, differences);
        }
        PortfolioProblem problem =
                PortfolioProblem.of(golden.assets(), posterior.expectedReturns(), posterior.covariance());
        if (Optimiser.optimise(problem, new Objective.MaxSharpe(0)) instanceof Solved solved) {
            compare("max_sharpe_w", entry, solved.weights(), 0, 1e-5, differences);
        } else {
            differences.add("max_sharpe_w was not solved");
        }
        JsonNode idzorek = entry.required("idzorek");
        double[] parts = GoldenFile.numbers(idzorek.required("confidences"));
        Posterior confident = prior.posterior(views(inputs, k -> new Confidence.Stated(parts[k])));
        compare("omega_diag", idzorek, confident.viewVariances(), tolerance, 0, differences);
        compare("posterior_mu", idzorek, confident.expectedReturns(), tolerance, 0, differences);
        return differences;
    }

    private static void require(JsonNode inputs, String field, String value) {
        if (!inputs.required(field).asText().equals(value)) {
            throw new IllegalArgumentException(field + " is " + inputs.get(field) + "; allowed: " + value);
        }
    }

    private static List<View> views(JsonNode inputs, IntFunction<Confidence> confidence) {
        List<View> views = new ArrayList<>();
        for (int k = 0; k < inputs.required("P").size(); k++) {
            views.add(new View(
                    GoldenFile.numbers(inputs.get("P").get(k)),
                    inputs.required("Q").get(k).asDouble(),
                    confidence.apply(k)));
        }
        return views;
    }

    private static void compare(
            String name, JsonNode entry, double[] actual, double relative, double absolute, List<String> differences) {
        double[] expected = GoldenFile.numbers(entry.isArray() ? entry : entry.required(name));
        for (int i = 0; i < expected.length; i++) {
            double tolerance = relative * Math.abs(expected[i]) + absolute;
            if (!(Math.abs(expected[i] - actual[i]) <= tolerance)) {
                differences.add("%s[%d]: expected %s, got %s".formatted(name, i, expected[i], actual[i]));
            }
        }
    }
}
