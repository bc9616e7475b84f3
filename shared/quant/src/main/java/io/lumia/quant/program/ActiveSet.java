package io.lumia.quant.program;

import io.lumia.quant.linear.Loops;
import io.lumia.quant.program.LinearSolution.Standing;
import java.util.Arrays;

/**
 * The primal active-set method for a convex {@link QuadraticProgram} (Nocedal and Wright 2006, algorithm 16.3), kept to the free
 * variables: those strictly between their bounds have a growing Cholesky factor, and the few active rows go through its Schur
 * complement. A step costs k² + n·k for k free of n variables, and k is the number of assets held, not of all assets.
 *
 * <p>A matrix need not be positive definite. The program is first solved with a small ε on the diagonal, which has one solution
 * only, whatever the order of the variables; from there without it. Where the free part is singular (fewer observations than
 * assets, duplicates), ε stays and its pull is removed by proximal steps (Rockafellar 1976). So of equally good portfolios
 * the one nearest to the origin is found: two identical assets get the same weight.
 *
 * <p>State is kept between calls: another linear term starts from the last solution. Not thread-safe.
 */
public final class ActiveSet {

    /** How a call ended. */
    public enum Outcome {
        OPTIMAL,
        SINGULAR,
        GAVE_UP
    }

    /** ε relative to the mean of the diagonal. */
    private static final double REGULARISATION = 1e-5;
    /** Changes of a variable below it are noise: variables are of order one. */
    private static final double NEGLIGIBLE = 1e-13;
    /** How far a step may change an active row by rounding. */
    private static final double DRIFT = 1e-15;
    /** Multipliers, relative to the gradient's size, that count as zero. */
    private static final double MULTIPLIER_TOLERANCE = 1e-13;

    private static final double PROXIMAL_TOLERANCE = 1e-15;

    /** Beyond it, a step from the last solution has ended at a corner where many limits meet, and the wrong ones hold. */
    private static final double CONTINUED_FAULT = 1e-12;

    /** Beyond it an answer is none. */
    private static final double ACCEPTED_FAULT = 1e-9;

    private static final int PROXIMAL_STEPS = 150;
    /** Nearly flat directions converge slowly: after so many steps ε is cut to a tenth, three times at most. */
    private static final int STEPS_PER_PULL = 15;

    private static final int PULL_CUTS = 3;
    private static final int REFRESH_EVERY = 50;
    /** In practice about two steps per variable that ends up free. */
    private static final int STEPS_PER_VARIABLE = 40;

    private static final int POLISHING_STEPS = 3;

    private QuadraticProgram program;
    private final LinearProgram limits;
    private final int variables;
    private final int rows;
    private final double[] x;
    /** (Q + D)·weights, by asset. */
    private double[] product;

    private final double[] gradient;
    private double[] linear;
    private double[] centre;
    private double epsilon;

    private final FreePart free;
    /** Free when the last call ended, or to be free when the next begins. */
    private boolean[] members;

    private final boolean[] rowActive;
    private final boolean[] rowAtUpper;
    private final boolean[] implied;
    private final boolean[] refused;
    private final double[] rowMultiplier;
    private double[] step = new double[0];
    private int lastReleased = -1;
    private int iterations;

    /** @param vertex a point that meets the limits, as the simplex method leaves it */
    public ActiveSet(QuadraticProgram program, LinearSolution.Optimal vertex) {
        this.program = program;
        this.limits = program.limits();
        this.variables = program.variables();
        this.rows = limits.rows().length;
        this.x = vertex.x().clone();
        this.gradient = new double[variables];
        this.linear = new double[variables];
        this.centre = new double[variables];
        this.product = new double[program.matrix().order()];
        this.free = new FreePart(limits);
        this.rowActive = new boolean[rows];
        this.rowAtUpper = new boolean[rows];
        this.implied = new boolean[rows];
        this.refused = new boolean[variables + rows];
        this.rowMultiplier = new double[rows];
        this.members = new boolean[variables];
        for (int j = 0; j < variables; j++) {
            members[j] = vertex.variables()[j] == Standing.BASIC || vertex.variables()[j] == Standing.FREE_AT_ZERO;
        }
        for (int r = 0; r < rows; r++) {
            rowActive[r] = vertex.rows()[r] != Standing.BASIC;
            rowAtUpper[r] = vertex.rows()[r] == Standing.AT_UPPER;
        }
    }

    /** Solves in full; the answer depends on the program alone, not on where the last call ended. */
    public Outcome solve(double[] linearTerm) {
        linear = linearTerm;
        centre = new double[variables];
        Outcome regularised = minimise(regularisation());
        if (regularised != Outcome.OPTIMAL) {
            return Outcome.GAVE_UP;
        }
        Snapshot snapshot = snapshot();
        Outcome exact = minimise(0);
        if (exact == Outcome.OPTIMAL) {
            return polish();
        }
        restore(snapshot);
        return proximal();
    }

    /** From the last solution, for one of a series; where that leads nowhere, in full. */
    public Outcome continueWith(double[] linearTerm) {
        linear = linearTerm;
        boolean arrived = minimise(0) == Outcome.OPTIMAL && optimality() <= CONTINUED_FAULT * scale();
        return arrived ? Outcome.OPTIMAL : solve(linearTerm);
    }

    /** Another D for the next call. */
    public void replaceDiagonal(double[] extraDiagonal) {
        program = program.withExtraDiagonal(extraDiagonal);
    }

    public double[] extraDiagonal() {
        return program.extraDiagonal();
    }

    private double regularisation() {
        return REGULARISATION * meanDiagonalOrOne();
    }

    private Outcome proximal() {
        double pull = regularisation();
        double left = Double.POSITIVE_INFINITY;
        for (int k = 0; k < PROXIMAL_STEPS && left > PROXIMAL_TOLERANCE; k++) {
            centre = x.clone();
            Snapshot snapshot = snapshot();
            boolean cut = k > 0 && k % STEPS_PER_PULL == 0 && k <= PULL_CUTS * STEPS_PER_PULL;
            if (minimise(cut ? pull / 10 : pull) != Outcome.OPTIMAL) {
                // Too weak a pull for this matrix: what the last one found is polished, and accepted or not.
                restore(snapshot);
                epsilon = pull;
                break;
            }
            pull = epsilon;
            left = pull * largestMove() / scale();
        }
        centre = x.clone();
        return polish();
    }

    private double largestMove() {
        double moved = 0;
        for (int j = 0; j < variables; j++) {
            moved = Math.max(moved, Math.abs(x[j] - centre[j]));
        }
        return moved;
    }

    private Outcome minimise(double newEpsilon) {
        epsilon = newEpsilon;
        Arrays.fill(refused, false);
        if (!free.factor(members, program, epsilon)) {
            return Outcome.SINGULAR;
        }
        refresh();
        Outcome outcome = walk(iterations + 100 + STEPS_PER_VARIABLE * (variables + rows));
        // However it ended: a variable between its bounds that is not said to be free would stay where it is for good.
        members = free.members();
        return outcome;
    }

    private Outcome walk(int limit) {
        while (iterations++ < limit) {
            if (iterations % REFRESH_EVERY == 0) {
                refresh();
            }
            computeGradient();
            computeStep(false);
            if (blocked()) {
                continue;
            }
            int worst = worstMultiplier();
            if (worst < 0) {
                return Outcome.OPTIMAL;
            }
            if (!release(worst)) {
                return Outcome.SINGULAR;
            }
        }
        return Outcome.GAVE_UP;
    }

    /**
     * A few Newton steps on the final set, which also remove what rounding left on the rows. Along a flat direction they may end
     * farther from a solution than they began; then they are taken back.
     */
    private Outcome polish() {
        if (!free.factor(members, program, epsilon)) {
            return Outcome.SINGULAR;
        }
        double[] unpolished = x.clone();
        double[] itsMultipliers = rowMultiplier.clone();
        double itsFault = relativeFault();
        for (int k = 0; k < POLISHING_STEPS; k++) {
            refresh();
            computeGradient();
            computeStep(true);
            move(1);
        }
        double fault = relativeFault();
        if (fault > itsFault) {
            System.arraycopy(unpolished, 0, x, 0, variables);
            System.arraycopy(itsMultipliers, 0, rowMultiplier, 0, rows);
            fault = relativeFault();
        }
        // The gradient is that of the program itself already.
        epsilon = 0;
        return fault <= ACCEPTED_FAULT ? Outcome.OPTIMAL : Outcome.GAVE_UP;
    }

    /** Of the program itself, without any pull: multipliers relative to the gradient, sums as they are. */
    private double relativeFault() {
        double pull = epsilon;
        epsilon = 0;
        refresh();
        computeGradient();
        double fault = Math.max(optimality() / scale(), violation());
        epsilon = pull;
        return fault;
    }

    /** The product anew, without the rounding of many small steps. */
    private void refresh() {
        double[] weights = program.weights(x);
        product = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            addProduct(i, weights[i]);
        }
    }

    private void addProduct(int asset, double weight) {
        if (weight != 0) {
            Loops.add(
                    product,
                    weight,
                    program.matrix().rowMajor(),
                    program.matrix().offset(asset),
                    product.length);
            product[asset] += weight * program.extraDiagonal()[asset];
        }
    }

    private void computeGradient() {
        for (int j = 0; j < variables; j++) {
            gradient[j] = program.sign()[j] * product[program.asset()[j]] + linear[j] + epsilon * (x[j] - centre[j]);
        }
    }

    /**
     * Of the numbers that a gradient is summed from: it may itself be near zero, where a portfolio without risk exists. So may the
     * variables, where they are trades and nothing is worth trading.
     */
    private double scale() {
        double terms = Math.max(Loops.largest(linear), Loops.largest(product));
        double own = meanDiagonalOrOne() * Loops.largest(program.weights(x));
        return Math.max(Math.max(terms, own), Math.max(Loops.largest(gradient), Double.MIN_NORMAL));
    }

    /** One where nothing has any variance. */
    private double meanDiagonalOrOne() {
        double mean = program.meanDiagonal();
        return mean > 0 ? mean : 1;
    }

    /**
     * The minimum over the free variables with the active rows kept, as a step from here. What the rows' last multipliers
     * explain of the gradient is taken off first: the rest is small, and so are the rounding errors of the step.
     */
    private void computeStep(boolean correctRows) {
        seeRows();
        step = free.image(reducedGradient(), -1);
        double[] change = new double[rows];
        free.project(step, correctRows ? shortfalls() : new double[rows], change);
        free.backward(step);
        for (int r = 0; r < rows; r++) {
            rowMultiplier[r] += change[r];
        }
        if (!correctRows) {
            keepToRows();
        }
    }

    /** At most one pass per row: each drops one. A row so dropped holds as long as the others do, and cannot block. */
    private void seeRows() {
        Arrays.fill(implied, false);
        for (int dependent = free.see(rowActive); dependent >= 0; dependent = free.see(rowActive)) {
            rowActive[dependent] = false;
            rowMultiplier[dependent] = 0;
            implied[dependent] = true;
        }
    }

    /**
     * A nearly singular factor magnifies the rounding of a step until it leaves the active rows; that part is taken out. As many
     * rows as free variables leave no step at all.
     */
    private void keepToRows() {
        if (free.rowsSeen() >= step.length) {
            Arrays.fill(step, 0);
            return;
        }
        double[] drift = new double[rows];
        for (int r = 0; r < rows; r++) {
            drift[r] = rowActive[r] ? free.rate(r, step) : 0;
        }
        if (Loops.largest(drift) > DRIFT) {
            double[] correction = new double[step.length];
            free.project(correction, negated(drift), new double[rows]);
            free.backward(correction);
            Loops.add(step, 1, correction, 0, step.length);
        }
    }

    private static double[] negated(double[] values) {
        double[] negated = values.clone();
        Arrays.setAll(negated, i -> -negated[i]);
        return negated;
    }

    private double[] shortfalls() {
        double[] shortfalls = new double[rows];
        for (int r = 0; r < rows; r++) {
            shortfalls[r] = rowActive[r] ? shortfall(r) : 0;
        }
        return shortfalls;
    }

    private double shortfall(int row) {
        return (rowAtUpper[row] ? limits.rowUpper()[row] : limits.rowLower()[row]) - Loops.dot(limits.rows()[row], x);
    }

    /** Goes as far as bounds and rows allow; true if one of them stopped it and now holds. */
    private boolean blocked() {
        double most = 1;
        int blocking = -1;
        boolean atUpper = false;
        for (int i = 0; i < step.length; i++) {
            int j = free.variable(i);
            double bound = step[i] < 0 ? limits.lower()[j] : limits.upper()[j];
            double ratio = Math.abs(step[i]) <= NEGLIGIBLE ? 1 : Math.max(0, (bound - x[j]) / step[i]);
            if (ratio < most) {
                most = ratio;
                blocking = i;
                atUpper = step[i] > 0;
            }
        }
        for (int r = 0; r < rows; r++) {
            double rate = rowActive[r] || implied[r] ? 0 : free.rate(r, step);
            double bound = rate < 0 ? limits.rowLower()[r] : limits.rowUpper()[r];
            double ratio =
                    Math.abs(rate) <= NEGLIGIBLE ? 1 : Math.max(0, (bound - Loops.dot(limits.rows()[r], x)) / rate);
            if (ratio < most) {
                most = ratio;
                blocking = variables + r;
                atUpper = rate > 0;
            }
        }
        move(most);
        if (blocking >= 0) {
            hold(blocking, atUpper, most);
        }
        return blocking >= 0;
    }

    private void move(double part) {
        double largest = 0;
        for (int i = 0; i < step.length; i++) {
            int j = free.variable(i);
            double before = x[j];
            x[j] = Math.max(limits.lower()[j], Math.min(limits.upper()[j], before + part * step[i]));
            largest = Math.max(largest, Math.abs(x[j] - before));
            addProduct(program.asset()[j], program.sign()[j] * (x[j] - before));
        }
        if (largest > NEGLIGIBLE) {
            Arrays.fill(refused, false);
        }
    }

    private void hold(int blocking, boolean atUpper, double ratio) {
        int held = blocking < variables ? free.variable(blocking) : blocking;
        if (held == lastReleased && ratio == 0) {
            refused[held] = true;
        }
        if (blocking >= variables) {
            rowActive[blocking - variables] = true;
            rowAtUpper[blocking - variables] = atUpper;
            return;
        }
        double bound = atUpper ? limits.upper()[held] : limits.lower()[held];
        addProduct(program.asset()[held], program.sign()[held] * (bound - x[held]));
        x[held] = bound;
        free.remove(blocking);
    }

    /** The bound or row whose multiplier has the wrong sign by most, or -1 at the optimum. */
    private int worstMultiplier() {
        computeGradient();
        double[] reduced = reducedGradient();
        double most = MULTIPLIER_TOLERANCE * scale();
        int worst = -1;
        for (int j = 0; j < variables; j++) {
            double wrong = free.contains(j) || refused[j] ? 0 : wrongness(j, reduced[j]);
            if (wrong > most) {
                most = wrong;
                worst = j;
            }
        }
        for (int r = 0; r < rows; r++) {
            boolean inequality = rowActive[r] && limits.rowLower()[r] < limits.rowUpper()[r] && !refused[variables + r];
            double wrong = !inequality ? 0 : rowAtUpper[r] ? -rowMultiplier[r] : rowMultiplier[r];
            if (wrong > most) {
                most = wrong;
                worst = variables + r;
            }
        }
        return worst;
    }

    private double wrongness(int j, double reduced) {
        if (limits.lower()[j] == limits.upper()[j]) {
            return 0;
        }
        return x[j] <= limits.lower()[j] ? -reduced : reduced;
    }

    /** The gradient less what the active rows explain: zero for free variables, the bounds' multipliers for the others. */
    private double[] reducedGradient() {
        double[] reduced = gradient.clone();
        for (int r = 0; r < rows; r++) {
            if (rowActive[r] && rowMultiplier[r] != 0) {
                Loops.add(reduced, rowMultiplier[r], limits.rows()[r], 0, variables);
            }
        }
        return reduced;
    }

    private boolean release(int index) {
        lastReleased = index;
        if (index >= variables) {
            rowActive[index - variables] = false;
            rowMultiplier[index - variables] = 0;
            return true;
        }
        return free.add(index, program, epsilon);
    }

    private record Snapshot(double[] x, boolean[] members, boolean[] rowActive, boolean[] rowAtUpper) {}

    private Snapshot snapshot() {
        return new Snapshot(x.clone(), members, rowActive.clone(), rowAtUpper.clone());
    }

    private void restore(Snapshot snapshot) {
        System.arraycopy(snapshot.x(), 0, x, 0, variables);
        members = snapshot.members();
        System.arraycopy(snapshot.rowActive(), 0, rowActive, 0, rows);
        System.arraycopy(snapshot.rowAtUpper(), 0, rowAtUpper, 0, rows);
    }

    /**
     * e′·(∂x/∂λ) where the linear term falls by λ·e and the active set stays: how fast the return e′x grows with the weight
     * given to it.
     */
    public double slope(double[] e) {
        seeRows();
        double[] image = free.image(e, 1);
        free.project(image, new double[rows], new double[rows]);
        return Loops.dot(image, image);
    }

    public double[] variables() {
        return x.clone();
    }

    public double[] weights() {
        return program.weights(x);
    }

    public int iterations() {
        return iterations;
    }

    /** weights′(Q + D)·weights. */
    public double quadratic() {
        return Loops.dot(program.weights(x), product);
    }

    /** Change of the minimum per unit of each row's binding bound; zero where the row does not bind. */
    public double[] rowMultipliers() {
        double[] multipliers = new double[rows];
        for (int r = 0; r < rows; r++) {
            multipliers[r] = rowActive[r] ? -rowMultiplier[r] : 0;
        }
        return multipliers;
    }

    /** Change of the minimum per unit of each variable's binding bound; zero where none binds. */
    public double[] boundMultipliers() {
        double[] multipliers = reducedGradient();
        for (int j = 0; j < variables; j++) {
            multipliers[j] = free.contains(j) ? 0 : multipliers[j];
        }
        return multipliers;
    }

    /** The largest fault among stationarity, signs of multipliers and limits: zero at an exact solution. */
    public double residual() {
        return Math.max(optimality(), violation());
    }

    private double optimality() {
        double[] reduced = reducedGradient();
        double worst = 0;
        for (int j = 0; j < variables; j++) {
            boolean fixed = limits.lower()[j] == limits.upper()[j];
            worst = Math.max(worst, fixed ? 0 : free.contains(j) ? Math.abs(reduced[j]) : wrongness(j, reduced[j]));
        }
        for (int r = 0; r < rows; r++) {
            if (rowActive[r] && limits.rowLower()[r] < limits.rowUpper()[r]) {
                worst = Math.max(worst, rowAtUpper[r] ? -rowMultiplier[r] : rowMultiplier[r]);
            }
        }
        return worst;
    }

    private double violation() {
        double worst = 0;
        for (int r = 0; r < rows; r++) {
            double activity = Loops.dot(limits.rows()[r], x);
            worst = Math.max(worst, Math.max(limits.rowLower()[r] - activity, activity - limits.rowUpper()[r]));
        }
        return worst;
    }
}
