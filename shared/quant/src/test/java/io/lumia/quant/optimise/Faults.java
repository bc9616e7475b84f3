package io.lumia.quant.optimise;

import java.util.ArrayList;
import java.util.List;

/** Limits that weights break, by code that knows nothing of the optimiser. */
final class Faults {

    private static final double TOLERANCE = 1e-9;

    private Faults() {}

    static List<String> of(PortfolioProblem problem, double[] weights) {
        List<String> faults = new ArrayList<>();
        Limits limits = problem.limits();
        double sum = 0;
        double traded = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            traded += Math.abs(weights[i] - problem.trading().holdings()[i]);
            if (!(weights[i] >= limits.lower()[i] && weights[i] <= limits.upper()[i])) {
                faults.add("weight %d is %s".formatted(i, weights[i]));
            }
        }
        if (!(Math.abs(sum - limits.budget()) <= 1e-12)) {
            faults.add("the sum is " + sum);
        }
        for (GroupLimit group : limits.groups()) {
            double part = group.members().stream().mapToDouble(i -> weights[i]).sum();
            if (!(part >= group.minimum() - TOLERANCE && part <= group.maximum() + TOLERANCE)) {
                faults.add("group %s is %s".formatted(group.name(), part));
            }
        }
        if (!(traded <= problem.trading().maximalTurnover() + TOLERANCE)) {
            faults.add("too much is traded: " + traded);
        }
        return faults;
    }
}
