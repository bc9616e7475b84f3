package io.lumia.quant.program;

/** What came of a linear program. */
public sealed interface LinearSolution {

    /**
     * A vertex of least cost.
     *
     * @param x the variables
     * @param value cost′x
     * @param rowMultipliers change of the value per unit of the row's binding bound; 0 for a row that does not bind
     * @param variables where each variable stands
     * @param rows where each row stands
     * @param iterations of the method
     */
    record Optimal(
            double[] x, double value, double[] rowMultipliers, Standing[] variables, Standing[] rows, int iterations)
            implements LinearSolution {}

    /**
     * No x meets the limits. The rows and bounds with a multiplier conflict with each other: their weighted sum (Farkas 1902)
     * cannot be met, and without any one of them it usually could.
     */
    record Impossible(double[] rowMultipliers, double[] boundMultipliers) implements LinearSolution {}

    /** The cost falls without end. */
    record Unbounded() implements LinearSolution {}

    /** The named limit of iterations was reached. */
    record GaveUp(int iterations) implements LinearSolution {}

    /** Where a variable or a row's value is: basic means between its bounds, or at one by chance. */
    enum Standing {
        BASIC,
        AT_LOWER,
        AT_UPPER,
        FREE_AT_ZERO
    }
}
