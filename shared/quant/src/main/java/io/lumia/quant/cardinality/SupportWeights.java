package io.lumia.quant.cardinality;

import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.program.ActiveSet;
import io.lumia.quant.program.BoundedSimplex;
import io.lumia.quant.program.LinearProgram;
import io.lumia.quant.program.LinearSolution;
import io.lumia.quant.program.QuadraticProgram;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The best x where it is said which assets are held: a small quadratic program. */
final class SupportWeights {

    private final Scaled problem;

    SupportWeights(Scaled problem) {
        this.problem = problem;
    }

    /** By asset, zero outside the support; empty where no weights within the limits sum to the budget. */
    Optional<double[]> of(int[] support) {
        if (!problem.reaches(support.length, 0)) {
            return Optional.empty();
        }
        if (problem.equal()) {
            double[] all = new double[support.length];
            Arrays.fill(all, problem.upper());
            return Optional.of(spread(support, all));
        }
        return Optional.of(spread(support, solve(support)));
    }

    private double[] solve(int[] support) {
        double[] linear =
                Arrays.stream(support).mapToDouble(i -> problem.linear()[i]).toArray();
        QuadraticProgram program = program(support, linear);
        if (!(BoundedSimplex.solve(program.limits()) instanceof LinearSolution.Optimal vertex)) {
            throw new IllegalStateException("no weights of " + support.length + " assets from " + problem.lower()
                    + " to " + problem.upper() + " sum to " + problem.budget());
        }
        ActiveSet activeSet = new ActiveSet(program, vertex);
        // However it ends, its point is within the limits; the proof does not rest on it.
        activeSet.solve(linear);
        return activeSet.weights();
    }

    private QuadraticProgram program(int[] support, double[] linear) {
        int size = support.length;
        double[] twice = problem.quadratic().part(support).rowMajor().clone();
        Arrays.setAll(twice, i -> 2 * twice[i]);
        double[] ones = filled(size, 1);
        double[] budget = {problem.budget()};
        LinearProgram limits = new LinearProgram(
                linear,
                new double[][] {ones},
                budget,
                budget,
                filled(size, problem.lower()),
                filled(size, problem.upper()));
        return new QuadraticProgram(
                SymmetricMatrix.ofRowMajor(size, twice),
                new double[size],
                new double[size],
                IntStream.range(0, size).toArray(),
                ones,
                limits);
    }

    private static double[] filled(int size, double value) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }

    private double[] spread(int[] support, double[] weights) {
        double[] x = new double[problem.size()];
        for (int k = 0; k < support.length; k++) {
            x[support[k]] = weights[k];
        }
        return x;
    }
}
