package io.lumia.quant.cardinality;

/**
 * The relaxation of a node, assets held in part, and its bound. The limit of their number has a price, the fee of
 * {@link Envelope}: the higher it is the fewer are held, and what is sought is the fee at which just the allowed number is.
 * A search by halves ends as soon as the bound suffices.
 */
final class Relaxation {

    private static final int MOST_FEES = 25;

    /** Of the number held: nearer than that the bound no longer rises noticeably. */
    private static final double NEAR = 1e-6;

    private static final double FIRST_FEE = 1e-3;
    private static final double LEAST_FEE = 1e-9;

    private final Scaled problem;
    private final Envelope envelope;
    private final PairDescent descent;
    private final LowerBound bound;
    private double[] x;
    private double fee;

    Relaxation(Scaled problem, DiagonalShift shift) {
        this.problem = problem;
        this.envelope = new Envelope(problem, shift);
        this.descent = new PairDescent(problem, shift, envelope);
        this.bound = new LowerBound(problem, shift);
        this.x = new double[problem.size()];
    }

    /** The bound of a node; no better one is sought once it reaches {@code enough}. */
    double solve(Node node, double enough) {
        double best = Double.NEGATIVE_INFINITY;
        double[] bestX = node.start();
        double bestFee = node.fee();
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        x = node.start().clone();
        fee = node.fee();
        for (int k = 0; k < MOST_FEES; k++) {
            double found = boundAtFee(node.choices());
            if (found > best) {
                best = found;
                bestX = x.clone();
                bestFee = fee;
            }
            double excess = number() - problem.most();
            if (best >= enough || problem.equal() || Math.abs(excess) <= NEAR || (fee == 0 && excess < 0)) {
                break;
            }
            low = excess > 0 ? fee : low;
            high = excess < 0 ? fee : high;
            fee = between(low, high);
        }
        return settle(node.choices(), bestX, bestFee);
    }

    private double boundAtFee(Choice[] choices) {
        envelope.prepare(choices, fee);
        envelope.repair(x);
        descent.descend(x);
        return bound.at(x, choices);
    }

    private double between(double low, double high) {
        if (high == Double.POSITIVE_INFINITY) {
            return Math.max(2 * low, FIRST_FEE * problem.scale() / problem.most());
        }
        if (low > 0) {
            return (low + high) / 2;
        }
        return high / 4 < LEAST_FEE * problem.scale() ? 0 : high / 4;
    }

    /** Back to the best of all fees, so that {@link #bound} speaks of it. */
    private double settle(Choice[] choices, double[] bestX, double bestFee) {
        x = bestX;
        fee = bestFee;
        envelope.prepare(choices, fee);
        return bound.at(x, choices);
    }

    private double number() {
        double number = 0;
        for (int i = 0; i < x.length; i++) {
            number += held(i);
        }
        return number;
    }

    /** The bound at a point of one's own, for a node without open assets. */
    double boundAt(double[] point, Choice[] choices) {
        return bound.at(point, choices);
    }

    /** What the last node's decisions would lead to. */
    LowerBound bound() {
        return bound;
    }

    /** The part of an asset that the last solution holds. */
    double held(int i) {
        return envelope.held(i, x[i]);
    }

    /** The last solution; to be read only. */
    double[] x() {
        return x;
    }

    double fee() {
        return fee;
    }
}
