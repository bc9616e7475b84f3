package io.lumia.quant.cardinality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * The least objective by trying everything: each selection and, of each, every way to have assets at a bound or between.
 * Where those between have one stationary point it is tried if it is within the bounds. Some minimum is such a point even
 * if the covariance is singular: along a flat direction one can go on to a further bound. Knows nothing of relaxations.
 */
final class AllPortfolios {

    private static final double INSIDE = 1e-9;

    private final FewAssetsProblem problem;
    private double least = Double.POSITIVE_INFINITY;

    private AllPortfolios(FewAssetsProblem problem) {
        this.problem = problem;
    }

    static double leastObjective(FewAssetsProblem problem) {
        AllPortfolios all = new AllPortfolios(problem);
        for (int members = 1; members < 1 << problem.assets(); members++) {
            int bits = members;
            int[] selection = IntStream.range(0, problem.assets())
                    .filter(i -> (bits >> i & 1) == 1)
                    .toArray();
            switch (problem.holding()) {
                case Holding.Equal(int most) -> all.tryEqual(selection, most);
                case Holding.Between between -> all.tryBetween(selection, between);
            }
        }
        return all.least;
    }

    private void tryEqual(int[] selection, int most) {
        if (selection.length == most) {
            double[] weights = new double[problem.assets()];
            Arrays.stream(selection).forEach(i -> weights[i] = 1.0 / most);
            least = Math.min(least, problem.objective(weights));
        }
    }

    private void tryBetween(int[] selection, Holding.Between limits) {
        if (selection.length > limits.most()) {
            return;
        }
        int patterns = (int) Math.pow(3, selection.length);
        for (int pattern = 0; pattern < patterns; pattern++) {
            double[] weights = new double[problem.assets()];
            List<Integer> free = new ArrayList<>();
            int rest = pattern;
            for (int i : selection) {
                if (rest % 3 == 0) {
                    free.add(i);
                } else {
                    weights[i] = rest % 3 == 1 ? limits.lower() : limits.upper();
                }
                rest /= 3;
            }
            tryStationary(weights, free, limits);
        }
    }

    private void tryStationary(double[] weights, List<Integer> free, Holding.Between limits) {
        double missing = 1 - Arrays.stream(weights).sum();
        if (!free.isEmpty() && !solve(weights, free, missing)) {
            return;
        }
        boolean sums = Math.abs(Arrays.stream(weights).sum() - 1) <= INSIDE;
        boolean inside = free.stream()
                .allMatch(i -> weights[i] >= limits.lower() - INSIDE && weights[i] <= limits.upper() + INSIDE);
        if (sums && inside) {
            least = Math.min(least, problem.objective(weights));
        }
    }

    /** 2λΣw − μ equal for all that are free, which sum to what is missing. */
    private boolean solve(double[] weights, List<Integer> free, double missing) {
        int size = free.size();
        double[][] system = new double[size + 1][size + 1];
        double[] right = new double[size + 1];
        double[] pull = problem.covariance().times(weights);
        for (int r = 0; r < size; r++) {
            for (int c = 0; c < size; c++) {
                system[r][c] = 2 * problem.riskAversion() * problem.covariance().at(free.get(r), free.get(c));
            }
            system[r][size] = 1;
            system[size][r] = 1;
            right[r] = problem.expectedReturns()[free.get(r)] - 2 * problem.riskAversion() * pull[free.get(r)];
        }
        right[size] = missing;
        DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(system), 1e-12).getSolver();
        if (!solver.isNonSingular()) {
            return false;
        }
        double[] solution = solver.solve(new ArrayRealVector(right)).toArray();
        IntStream.range(0, size).forEach(r -> weights[free.get(r)] = solution[r]);
        return true;
    }
}
