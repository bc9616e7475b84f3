package io.lumia.quant.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.optimise.OptimisationResult;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a result with a reference entry, field by field; a field it does not know is a difference. */
final class GoldenAnswer {

    private static final double WEIGHT_TOLERANCE = 1e-5;
    private static final double OBJECTIVE_TOLERANCE = 1e-8;

    private final JsonNode expected;
    private final OptimisationResult result;
    private final List<String> differences = new ArrayList<>();

    private GoldenAnswer(JsonNode expected, OptimisationResult result) {
        this.expected = expected;
        this.result = result;
    }

    static List<String> differences(JsonNode expected, OptimisationResult result) {
        return new GoldenAnswer(expected, result).compare();
    }

    private List<String> compare() {
        if (!(result instanceof Solved solved)) {
            return List.of("not solved: " + result);
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            compare(field.getKey(), field.getValue(), solved);
        }
        if (!expected.has("w")) {
            differences.add("the entry has no weights");
        }
        return differences;
    }

    private void compare(String field, JsonNode value, Solved solved) {
        switch (field) {
            case "w" -> compareWeights(value, solved.weights());
            case "sharpe", "utility", "objective" -> compareNumber(field, value.asDouble(), solved.objective());
            case "cvar" -> compareNumber(field, value.asDouble(), solved.objective());
            case "ret" -> compareNumber(field, value.asDouble(), solved.expectedReturn());
            case "vol" -> compareNumber(field, value.asDouble(), solved.volatility());
            case "target_return" -> atLeast(field, solved.expectedReturn(), value.asDouble());
            case "target_vol" -> atLeast(field, -solved.volatility(), -value.asDouble());
            case "target_return_ann_arith" -> atLeast(field, solved.expectedReturn(), value.asDouble());
            case "b", "leaf_order", "tolerance", "note", "max_rc_err", "var_dual" -> {
                // Inputs and remarks, or compared where the test has the data for it.
            }
            case "pypfopt_max_abs_dw", "pypfopt_max_abs_dw_and_sharpe_gap" -> {
                // How far another program was from the reference.
            }
            default -> differences.add("unknown field " + field);
        }
    }

    private void atLeast(String field, double value, double bound) {
        if (value < bound - 1e-9 * Math.abs(bound)) {
            differences.add("%s: %s is below %s".formatted(field, value, bound));
        }
    }

    private void compareWeights(JsonNode value, double[] weights) {
        double tolerance = expected.path("tolerance").path("w_abs").asDouble(WEIGHT_TOLERANCE);
        if (value.size() != weights.length) {
            differences.add("%d weights for %d".formatted(weights.length, value.size()));
            return;
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(Math.abs(value.get(i).asDouble() - weights[i]) <= tolerance)) {
                differences.add("w[%d]: expected %s, got %s".formatted(i, value.get(i), weights[i]));
            }
        }
    }

    private void compareNumber(String field, double value, double actual) {
        JsonNode absolute = expected.path("tolerance").path(field.equals("cvar") ? "cvar_abs" : field + "_abs");
        double tolerance = absolute.asDouble(OBJECTIVE_TOLERANCE * Math.abs(value));
        if (!(Math.abs(value - actual) <= tolerance)) {
            differences.add("%s: expected %s, got %s".formatted(field, value, actual));
        }
    }
}
