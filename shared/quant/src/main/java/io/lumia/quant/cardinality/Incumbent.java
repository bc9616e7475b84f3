package io.lumia.quant.cardinality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The best portfolio so far, and two ways to a better one: rounding a relaxed solution, and exchanging single assets. */
final class Incumbent {

    /** Of an exchange: the outsiders that the objective would fall fastest with. */
    private static final int CANDIDATES = 10;

    private static final int MOST_IMPROVEMENTS = 50;

    /** Of the budget: less in a relaxed solution is nothing. */
    private static final double NOTHING = 1e-9;

    private final Scaled problem;
    private final SupportWeights weights;
    private double[] x;
    private double objective = Double.POSITIVE_INFINITY;

    Incumbent(Scaled problem) {
        this.problem = problem;
        this.weights = new SupportWeights(problem);
        this.x = new double[problem.size()];
    }

    double objective() {
        return objective;
    }

    double[] x() {
        return x.clone();
    }

    /** Keeps the best weights on a support if they are better; returns them, or nothing where there are none. */
    double[] offer(int[] support) {
        double[] offered = weights.of(support).orElse(new double[0]);
        double value = offered.length == 0 ? Double.POSITIVE_INFINITY : problem.objective(offered);
        if (value < objective) {
            objective = value;
            x = offered;
        }
        return offered;
    }

    /** Holds the assets that a relaxed solution holds most of, those held for sure first; true if that is better. */
    boolean round(double[] relaxed, Choice[] choices) {
        double before = objective;
        int[] order = ascending(
                IntStream.range(0, relaxed.length).filter(i -> choices[i] != Choice.LEFT_OUT),
                i -> choices[i] == Choice.HELD ? Double.NEGATIVE_INFINITY : -relaxed[i]);
        int something = (int) IntStream.of(order)
                .filter(i -> choices[i] == Choice.HELD || relaxed[i] > NOTHING * problem.budget())
                .count();
        int number = possible(Math.min(something, problem.most()), order.length);
        offer(Arrays.stream(order).limit(number).sorted().toArray());
        return objective < before;
    }

    /** The nearest number of assets that can have the budget. */
    private int possible(int wanted, int available) {
        return IntStream.of(ascending(IntStream.rangeClosed(1, available), k -> Math.abs(k - wanted)))
                .filter(k -> problem.reaches(k, 0))
                .findFirst()
                .orElse(0);
    }

    /** Adds, drops and exchanges single assets until none of it helps. */
    void improve() {
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_IMPROVEMENTS && objective < before; k++) {
            before = objective;
            exchangeOnce();
        }
    }

    private void exchangeOnce() {
        double[] from = x;
        double[] gradient = problem.gradient(from);
        int[] held = IntStream.range(0, from.length).filter(i -> from[i] != 0).toArray();
        int[] outside = ascending(IntStream.range(0, from.length).filter(i -> from[i] == 0), i -> gradient[i]);
        int[] candidates = Arrays.copyOf(outside, Math.min(CANDIDATES, outside.length));
        for (int dropped : held) {
            offer(IntStream.of(held).filter(i -> i != dropped).toArray());
        }
        for (int added : candidates) {
            offer(with(held, added));
            for (int dropped : held) {
                offer(with(IntStream.of(held).filter(i -> i != dropped).toArray(), added));
            }
        }
    }

    private static int[] with(int[] support, int added) {
        return IntStream.concat(IntStream.of(support), IntStream.of(added))
                .sorted()
                .toArray();
    }

    private static int[] ascending(IntStream indices, IntToDoubleFunction key) {
        return indices.boxed()
                .sorted(Comparator.comparingDouble(key::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
