package io.lumia.quant.cardinality;

/**
 * Minimises x′Mx + c′x + the {@link Envelope} of each asset, Σx = budget: again and again one asset gains what another
 * loses (sequential minimal optimisation, Platt 1998; the pair chosen as by Fan, Chen and Lin 2005: of all losers the one
 * with which the quadratic model falls most). A pair costs a few multiples of n operations, so that a relaxation far from
 * its solution costs little and one near its parent's next to nothing. It need not end at the minimum: {@link LowerBound}
 * holds anywhere.
 */
final class PairDescent {

    /** What a pair can still gain per unit, relative to the problem's scale, that counts as nothing. */
    private static final double NEGLIGIBLE = 1e-10;

    /** Nearly flat directions take the most; usual are one or two per asset. */
    private static final int MOST_PAIRS = 4_000;

    private final DiagonalShift shift;
    private final double[] linear;
    private final Envelope envelope;
    private final double[] gradient;
    private final double negligible;

    PairDescent(Scaled problem, DiagonalShift shift, Envelope envelope) {
        this.shift = shift;
        this.linear = problem.linear();
        this.envelope = envelope;
        this.gradient = new double[problem.size()];
        this.negligible = NEGLIGIBLE * problem.scale() / problem.budget();
    }

    void descend(double[] x) {
        shift.gradient(x, linear, gradient);
        for (int pair = 0; pair < MOST_PAIRS; pair++) {
            int up = gainer(x);
            int down = up < 0 ? -1 : loser(x, up);
            if (down < 0) {
                return;
            }
            exchange(x, up, down);
        }
    }

    private int gainer(double[] x) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (envelope.canGain(i, x[i]) && up(i, x[i]) < least) {
                least = up(i, x[i]);
                best = i;
            }
        }
        return best;
    }

    private int loser(double[] x, int up) {
        double cost = up(up, x[up]);
        double most = 0;
        int best = -1;
        for (int i = 0; i < x.length; i++) {
            double excess = i != up && envelope.canLose(i, x[i]) ? down(i, x[i]) - cost : 0;
            if (excess > negligible) {
                double fall = excess * excess / Math.max(Double.MIN_NORMAL, curvature(x, up, i));
                boolean better = fall > most;
                most = better ? fall : most;
                best = better ? i : best;
            }
        }
        return best;
    }

    private double up(int i, double x) {
        return gradient[i] + envelope.slopeUp(i, x);
    }

    private double down(int i, double x) {
        return gradient[i] + envelope.slopeDown(i, x);
    }

    private double curvature(double[] x, int up, int down) {
        return shift.curvature(up, down) + envelope.curvatureUp(up, x[up]) + envelope.curvatureDown(down, x[down]);
    }

    /** To the minimum along the pair, or to the next end of a piece. */
    private void exchange(double[] x, int up, int down) {
        double endUp = envelope.endUp(up, x[up]);
        double endDown = envelope.endDown(down, x[down]);
        double room = Math.min(endUp - x[up], x[down] - endDown);
        double curvature = curvature(x, up, down);
        double wanted = (down(down, x[down]) - up(up, x[up])) / Math.max(Double.MIN_NORMAL, curvature);
        double step = Math.min(room, wanted);
        set(x, up, step == endUp - x[up] ? endUp : x[up] + step);
        set(x, down, step == x[down] - endDown ? endDown : x[down] - step);
    }

    private void set(double[] x, int i, double value) {
        shift.move(gradient, i, value - x[i]);
        x[i] = value;
    }
}
