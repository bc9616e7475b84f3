package io.lumia.quant.cardinality;

import java.util.Arrays;

/**
 * Each asset's own cost in a relaxation: nothing at 0, dx² + fee for lower ≤ x ≤ upper, and below it the largest convex
 * function, the straight line from 0 to the point where the average cost dx + fee/x is least. Along the line an asset is
 * held in part, x divided by that point. An asset held for sure costs dx² and no fee: that of all assets held for sure
 * changes nothing.
 */
final class Envelope {

    private final Scaled problem;
    private final DiagonalShift shift;
    private final double[] least;
    private final double[] most;
    /** Where the line ends; below {@link #least} where there is none. */
    private final double[] knee;

    private final double[] incline;

    Envelope(Scaled problem, DiagonalShift shift) {
        this.problem = problem;
        this.shift = shift;
        this.least = new double[problem.size()];
        this.most = new double[problem.size()];
        this.knee = new double[problem.size()];
        this.incline = new double[problem.size()];
    }

    void prepare(Choice[] choices, double fee) {
        for (int i = 0; i < choices.length; i++) {
            least[i] = choices[i] == Choice.HELD ? problem.lower() : 0;
            most[i] = choices[i] == Choice.LEFT_OUT ? 0 : problem.upper();
            knee[i] = choices[i] == Choice.HELD ? -1 : knee(shift.at(i), fee);
            incline[i] = knee[i] > 0 ? shift.at(i) * knee[i] + fee / knee[i] : 0;
        }
    }

    private double knee(double d, double fee) {
        return d > 0 ? Math.max(problem.lower(), Math.min(problem.upper(), Math.sqrt(fee / d))) : problem.upper();
    }

    /** The part of an asset that is held, 0 to 1. */
    double held(int i, double x) {
        if (x >= knee[i]) {
            return knee[i] < 0 || x > 0 ? 1 : 0;
        }
        return x / knee[i];
    }

    /** Change of an asset's cost per unit that it gains. */
    double slopeUp(int i, double x) {
        return x < knee[i] ? incline[i] : 2 * shift.at(i) * x;
    }

    double slopeDown(int i, double x) {
        return x <= knee[i] ? incline[i] : 2 * shift.at(i) * x;
    }

    double curvatureUp(int i, double x) {
        return x < knee[i] ? 0 : 2 * Math.max(0, shift.at(i));
    }

    double curvatureDown(int i, double x) {
        return x <= knee[i] ? 0 : 2 * Math.max(0, shift.at(i));
    }

    /** As far as an asset can go up with this slope and curvature: to the knee or to its most. */
    double endUp(int i, double x) {
        return x < knee[i] ? knee[i] : most[i];
    }

    double endDown(int i, double x) {
        return x <= knee[i] ? least[i] : Math.max(least[i], knee[i]);
    }

    boolean canGain(int i, double x) {
        return x < most[i];
    }

    boolean canLose(int i, double x) {
        return x > least[i];
    }

    /** Moves x between the bounds and to the budget, into assets with something first. */
    void repair(double[] x) {
        Arrays.setAll(x, i -> Math.max(least[i], Math.min(most[i], x[i])));
        double missing = problem.budget() - Arrays.stream(x).sum();
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < x.length; i++) {
                boolean turn = pass == 1 || x[i] > 0;
                double moved = turn ? Math.max(least[i], Math.min(most[i], x[i] + missing)) - x[i] : 0;
                x[i] += moved;
                missing -= moved;
            }
        }
    }
}
