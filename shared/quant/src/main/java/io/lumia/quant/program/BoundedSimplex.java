package io.lumia.quant.program;

import io.lumia.quant.linear.Loops;
import io.lumia.quant.program.LinearSolution.Standing;

/**
 * The primal simplex method with bounds on variables and rows (Dantzig 1963, chapter 18), for few rows and many variables:
 * the inverse of the basis is kept densely, rows × rows. Phase one reduces the sum of violations, so an impossible program
 * ends with the multipliers that prove it. Ties go to the lowest index, and after a run of steps without progress Bland's
 * rule (1977) takes over, so it ends. Not thread-safe; one object solves one program.
 */
public final class BoundedSimplex {

    private static final double FEASIBILITY = 1e-11;
    private static final double REDUCED_COST = 1e-11;
    private static final double SMALLEST_PIVOT = 1e-9;
    private static final double NEGLIGIBLE = 1e-11;
    private static final double PERTURBATION = 1e-8;
    private static final int REFACTOR_EVERY = 60;
    private static final int STALLED_STEPS = 50;
    /** Many times what programs of this size were seen to need. */
    private static final int ITERATIONS_PER_COLUMN = 50;

    private final LinearProgram program;
    private final int variables;
    private final int rows;
    private final double[] lower;
    private final double[] upper;
    private final double[] value;
    private final Standing[] standing;
    private final int[] basis;
    private double[][] inverse;
    /** Whether the inverse has just been computed anew. */
    private boolean fresh;

    private final double costScale;

    private BoundedSimplex(LinearProgram program) {
        this.program = program;
        this.variables = program.variables();
        this.rows = program.rows().length;
        this.lower = joined(program.lower(), program.rowLower());
        this.upper = joined(program.upper(), program.rowUpper());
        this.value = new double[variables + rows];
        this.standing = new Standing[variables + rows];
        this.basis = new int[rows];
        this.inverse = new double[rows][rows];
        this.costScale = Math.max(Loops.largest(program.cost()), Double.MIN_NORMAL);
        start();
    }

    public static LinearSolution solve(LinearProgram program) {
        return new BoundedSimplex(program).run();
    }

    private static double[] joined(double[] first, double[] second) {
        double[] joined = new double[first.length + second.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** Every variable at its bound nearest to zero, every row's value basic. */
    private void start() {
        for (int j = 0; j < variables; j++) {
            boolean low = Math.abs(lower[j]) <= Math.abs(upper[j]);
            double nearest = low ? lower[j] : upper[j];
            standing[j] =
                    Double.isInfinite(nearest) ? Standing.FREE_AT_ZERO : low ? Standing.AT_LOWER : Standing.AT_UPPER;
            value[j] = Double.isInfinite(nearest) ? 0 : nearest;
        }
        for (int r = 0; r < rows; r++) {
            basis[r] = variables + r;
            standing[variables + r] = Standing.BASIC;
            inverse[r][r] = -1;
        }
        computeBasics();
    }

    /**
     * First with bounds of rows moved by a hair, each by another amount: many rows with the same bound, such as zero, let the
     * method walk in place. Then from there with the bounds as given, which usually takes no step.
     */
    private LinearSolution run() {
        double[] givenLower = lower.clone();
        double[] givenUpper = upper.clone();
        for (int r = 0; r < rows; r++) {
            double hair = PERTURBATION * (1 + (r * 0.6180339887498949) % 1);
            lower[variables + r] -= hair;
            upper[variables + r] += givenLower[variables + r] == givenUpper[variables + r] ? -hair : hair;
        }
        resetNonbasic();
        if (iterate() instanceof LinearSolution.GaveUp gaveUp) {
            return gaveUp;
        }
        System.arraycopy(givenLower, 0, lower, 0, lower.length);
        System.arraycopy(givenUpper, 0, upper, 0, upper.length);
        resetNonbasic();
        if (!fresh) {
            refactor();
        }
        return iterate();
    }

    /** Nonbasic variables to their bounds, which may have moved. */
    private void resetNonbasic() {
        for (int j = 0; j < value.length; j++) {
            switch (standing[j]) {
                case AT_LOWER -> value[j] = lower[j];
                case AT_UPPER -> value[j] = upper[j];
                case BASIC, FREE_AT_ZERO -> {
                    // Computed, or zero.
                }
            }
        }
        computeBasics();
    }

    private LinearSolution iterate() {
        int limit = 1_000 + ITERATIONS_PER_COLUMN * (variables + rows);
        int stalled = 0;
        for (int iteration = 1; iteration <= limit; iteration++) {
            if (iteration % REFACTOR_EVERY == 0 && !fresh) {
                refactor();
            }
            boolean feasible = feasible();
            double[] multipliers = multipliers(feasible);
            double[] reduced = reducedCosts(multipliers, feasible);
            int entering =
                    entering(reduced, feasible ? REDUCED_COST * costScale : REDUCED_COST, stalled > STALLED_STEPS);
            if (entering < 0 && !fresh) {
                refactor();
                continue;
            }
            if (entering < 0) {
                return feasible ? optimal(iteration) : new LinearSolution.Impossible(multipliers, reduced);
            }
            double step = step(entering, reduced[entering]);
            if (Double.isInfinite(step)) {
                return new LinearSolution.Unbounded();
            }
            stalled = step > NEGLIGIBLE ? 0 : stalled + 1;
        }
        return new LinearSolution.GaveUp(limit);
    }

    private double tolerance(double bound) {
        return FEASIBILITY * (1 + Math.abs(bound));
    }

    private boolean below(int j) {
        return value[j] < lower[j] - tolerance(lower[j]);
    }

    private boolean above(int j) {
        return value[j] > upper[j] + tolerance(upper[j]);
    }

    private boolean feasible() {
        for (int j : basis) {
            if (below(j) || above(j)) {
                return false;
            }
        }
        return true;
    }

    private double costOfBasic(int j, boolean feasible) {
        if (feasible) {
            return j < variables ? program.cost()[j] : 0;
        }
        return below(j) ? -1 : above(j) ? 1 : 0;
    }

    private double[] multipliers(boolean feasible) {
        double[] multipliers = new double[rows];
        for (int i = 0; i < rows; i++) {
            double cost = costOfBasic(basis[i], feasible);
            if (cost != 0) {
                Loops.add(multipliers, cost, inverse[i], 0, rows);
            }
        }
        return multipliers;
    }

    private double[] reducedCosts(double[] multipliers, boolean feasible) {
        double[] reduced = new double[variables + rows];
        if (feasible) {
            System.arraycopy(program.cost(), 0, reduced, 0, variables);
        }
        for (int r = 0; r < rows; r++) {
            if (multipliers[r] != 0) {
                Loops.add(reduced, -multipliers[r], program.rows()[r], 0, variables);
            }
            reduced[variables + r] = multipliers[r];
        }
        return reduced;
    }

    private int entering(double[] reduced, double tolerance, boolean lowestIndex) {
        int best = -1;
        double most = tolerance;
        for (int j = 0; j < reduced.length; j++) {
            double gain = gain(j, reduced[j]);
            if (gain > most) {
                best = j;
                most = gain;
                if (lowestIndex) {
                    return best;
                }
            }
        }
        return best;
    }

    private double gain(int j, double reduced) {
        if (lower[j] == upper[j]) {
            return 0;
        }
        return switch (standing[j]) {
            case BASIC -> 0;
            case AT_LOWER -> -reduced;
            case AT_UPPER -> reduced;
            case FREE_AT_ZERO -> Math.abs(reduced);
        };
    }

    /** Moves the entering variable until something blocks; returns how far. */
    private double step(int entering, double reduced) {
        double direction = reduced < 0 ? 1 : -1;
        double[] column = column(entering);
        double limit = upper[entering] - lower[entering];
        int blocking = -1;
        for (int i = 0; i < rows; i++) {
            double rate = -direction * column[i];
            double distance = distance(basis[i], rate);
            if (distance < limit - NEGLIGIBLE
                    || blocking >= 0 && distance <= limit && Math.abs(rate) > Math.abs(column[blocking])) {
                blocking = i;
                limit = Math.min(limit, distance);
            }
        }
        if (Double.isInfinite(limit)) {
            return limit;
        }
        for (int i = 0; i < rows; i++) {
            value[basis[i]] -= direction * limit * column[i];
        }
        value[entering] += direction * limit;
        if (blocking < 0) {
            flip(entering, direction);
        } else {
            exchange(entering, blocking, column);
        }
        return limit;
    }

    /** How far a basic variable lets the entering one go. One that violates a bound stops where it meets it. */
    private double distance(int j, double rate) {
        if (Math.abs(rate) <= SMALLEST_PIVOT) {
            return Double.POSITIVE_INFINITY;
        }
        double target = rate < 0 ? (above(j) ? upper[j] : lower[j]) : below(j) ? lower[j] : upper[j];
        if (rate < 0 && below(j) || rate > 0 && above(j)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, (target - value[j]) / rate);
    }

    private void flip(int entering, double direction) {
        standing[entering] = direction > 0 ? Standing.AT_UPPER : Standing.AT_LOWER;
        value[entering] = direction > 0 ? upper[entering] : lower[entering];
    }

    private void exchange(int entering, int blocking, double[] column) {
        int leaving = basis[blocking];
        boolean toLower = Math.abs(value[leaving] - lower[leaving]) <= Math.abs(value[leaving] - upper[leaving]);
        standing[leaving] = toLower ? Standing.AT_LOWER : Standing.AT_UPPER;
        value[leaving] = toLower ? lower[leaving] : upper[leaving];
        standing[entering] = Standing.BASIC;
        basis[blocking] = entering;
        fresh = false;
        double[] pivotRow = inverse[blocking];
        double pivot = column[blocking];
        for (int k = 0; k < rows; k++) {
            pivotRow[k] /= pivot;
        }
        for (int i = 0; i < rows; i++) {
            if (i != blocking && column[i] != 0) {
                Loops.add(inverse[i], -column[i], pivotRow, 0, rows);
            }
        }
    }

    /** The inverse times a column; a row's own column is minus a unit vector. */
    private double[] column(int j) {
        double[] raw = rawColumn(j);
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = Loops.dot(inverse[i], raw);
        }
        return column;
    }

    private double[] rawColumn(int j) {
        double[] raw = new double[rows];
        if (j >= variables) {
            raw[j - variables] = -1;
        } else {
            for (int r = 0; r < rows; r++) {
                raw[r] = program.rows()[r][j];
            }
        }
        return raw;
    }

    private void refactor() {
        double[][] matrix = new double[rows][rows];
        for (int i = 0; i < rows; i++) {
            double[] raw = rawColumn(basis[i]);
            for (int r = 0; r < rows; r++) {
                matrix[r][i] = raw[r];
            }
        }
        inverse = Inverse.of(matrix);
        fresh = true;
        computeBasics();
    }

    /** Values of the basic variables from those of all others. */
    private void computeBasics() {
        double[] fixed = value.clone();
        for (int j : basis) {
            fixed[j] = 0;
        }
        double[] right = new double[rows];
        for (int r = 0; r < rows; r++) {
            right[r] = fixed[variables + r] - Loops.dot(program.rows()[r], 0, fixed, 0, variables);
        }
        for (int i = 0; i < rows; i++) {
            value[basis[i]] = Loops.dot(inverse[i], right);
        }
    }

    /** The inverse is of this very basis; the values may still be those of many small steps. */
    private LinearSolution optimal(int iterations) {
        computeBasics();
        double[] x = new double[variables];
        System.arraycopy(value, 0, x, 0, variables);
        for (int j = 0; j < variables; j++) {
            x[j] = Math.max(lower[j], Math.min(upper[j], x[j]));
        }
        Standing[] ofVariables = new Standing[variables];
        Standing[] ofRows = new Standing[rows];
        System.arraycopy(standing, 0, ofVariables, 0, variables);
        System.arraycopy(standing, variables, ofRows, 0, rows);
        return new LinearSolution.Optimal(
                x, Loops.dot(program.cost(), x), multipliers(true), ofVariables, ofRows, iterations);
    }
}
