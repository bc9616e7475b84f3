package io.lumia.quant.program;

import io.lumia.quant.linear.GrowingCholesky;
import io.lumia.quant.linear.Loops;
import java.util.Arrays;

/**
 * The variables strictly between their bounds, the Cholesky factor of their part of the matrix, and the active rows seen through
 * it: with L·L′ that part and A the rows, the images L⁻¹A′ are written as Q·R, Q orthonormal. Rows may be nearly parallel, such
 * as a target return where all returns are much alike; products of images would lose that to rounding.
 */
final class FreePart {

    private final double[][] rows;
    private final GrowingCholesky factor = new GrowingCholesky();
    private final int[] free;
    private final boolean[] isFree;

    /** Of a row's image, what its direction of its own must amount to. */
    private static final double DEPENDENT = 1e-9;

    /** Q, column by column. */
    private final double[][] directions;
    /** R, column by column. */
    private final double[][] triangle;

    private final int[] seen;
    private int rowsSeen = 0;

    FreePart(LinearProgram limits) {
        this.rows = limits.rows();
        this.free = new int[limits.variables()];
        this.isFree = new boolean[limits.variables()];
        this.directions = new double[rows.length][];
        this.triangle = new double[rows.length][rows.length];
        this.seen = new int[rows.length];
    }

    int size() {
        return factor.size();
    }

    int variable(int position) {
        return free[position];
    }

    boolean contains(int variable) {
        return isFree[variable];
    }

    boolean[] members() {
        return isFree.clone();
    }

    /** Factors anew. False if the part is singular; the members stay those asked for. */
    boolean factor(boolean[] members, QuadraticProgram program, double epsilon) {
        factor.clear();
        System.arraycopy(members, 0, isFree, 0, isFree.length);
        for (int j = 0; j < isFree.length; j++) {
            if (isFree[j] && !append(j, program, epsilon)) {
                return false;
            }
        }
        return true;
    }

    /** False, changing nothing, if the part with it is singular. */
    boolean add(int variable, QuadraticProgram program, double epsilon) {
        isFree[variable] = append(variable, program, epsilon);
        return isFree[variable];
    }

    private boolean append(int variable, QuadraticProgram program, double epsilon) {
        int size = factor.size();
        double[] column = new double[size];
        for (int i = 0; i < size; i++) {
            column[i] = program.entry(free[i], variable);
        }
        if (!factor.append(column, program.entry(variable, variable) + epsilon)) {
            return false;
        }
        free[size] = variable;
        return true;
    }

    void remove(int position) {
        isFree[free[position]] = false;
        factor.remove(position);
        System.arraycopy(free, position + 1, free, position, factor.size() - position);
    }

    /** L⁻¹ times the free entries. */
    double[] image(double[] values, double sign) {
        double[] image = new double[size()];
        for (int i = 0; i < image.length; i++) {
            image[i] = sign * values[free[i]];
        }
        factor.forward(image);
        return image;
    }

    /** Turns an image into a step. */
    void backward(double[] image) {
        factor.backward(image);
    }

    /**
     * Sees the active rows. Answers the first that follows from those before it as far as the free variables reach, so that it
     * need not be kept, or -1.
     */
    int see(boolean[] active) {
        rowsSeen = 0;
        for (int r = 0; r < rows.length; r++) {
            if (active[r] && !see(r)) {
                return r;
            }
        }
        return -1;
    }

    /** By Gram and Schmidt's method, done twice, which is enough (Kahan; Parlett 1980). */
    private boolean see(int row) {
        double[] image = image(rows[row], 1);
        double length = Math.sqrt(Loops.dot(image, image));
        double[] column = triangle[rowsSeen];
        Arrays.fill(column, 0);
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < rowsSeen; i++) {
                double part = Loops.dot(directions[i], image);
                column[i] += part;
                Loops.add(image, -part, directions[i], 0, image.length);
            }
        }
        double own = Math.sqrt(Loops.dot(image, image));
        if (!(own > DEPENDENT * length)) {
            return false;
        }
        Arrays.setAll(image, i -> image[i] / own);
        column[rowsSeen] = own;
        directions[rowsSeen] = image;
        seen[rowsSeen++] = row;
        return true;
    }

    /** How many rows were seen. */
    int rowsSeen() {
        return rowsSeen;
    }

    /**
     * Takes from an image what would move the rows seen, but for what they are short of.
     *
     * @param multipliers gets those of the rows seen
     */
    void project(double[] image, double[] shortfall, double[] multipliers) {
        double[] parts = new double[rowsSeen];
        for (int k = 0; k < rowsSeen; k++) {
            parts[k] = (shortfall[seen[k]] - Loops.dot(triangle[k], 0, parts, 0, k)) / triangle[k][k];
        }
        for (int k = 0; k < rowsSeen; k++) {
            parts[k] = Loops.dot(directions[k], image) - parts[k];
        }
        for (int k = 0; k < rowsSeen; k++) {
            Loops.add(image, -parts[k], directions[k], 0, image.length);
        }
        for (int k = rowsSeen - 1; k >= 0; k--) {
            double multiplier = parts[k] / triangle[k][k];
            multipliers[seen[k]] = multiplier;
            Loops.add(parts, -multiplier, triangle[k], 0, k);
        }
    }

    /** How fast a row's sum changes along a step. */
    double rate(int row, double[] step) {
        double rate = 0;
        for (int i = 0; i < step.length; i++) {
            rate += rows[row][free[i]] * step[i];
        }
        return rate;
    }
}
