package io.lumia.quant.cardinality;

import java.util.Arrays;

/**
 * A lower bound for all portfolios that a node allows, valid for any point x̂ and any price, however badly they were solved
 * for. With the parts of {@link DiagonalShift}, as a convex function lies above its tangents,
 *
 * <pre>
 *   x′Qx + c′x ≥ −x̂′Mx̂ − constant + Σ (dᵢxᵢ² + gᵢxᵢ)          where g = 2Mx̂ + c
 *              = −x̂′Mx̂ − constant + price·budget + Σ (dᵢxᵢ² + (gᵢ − price)·xᵢ)
 * </pre>
 *
 * and the last sum falls apart into assets. An asset that is held adds its minimum over lower ≤ x ≤ upper. Of the open ones
 * those with the lowest minima below zero are held, as many as may be. The largest bound over all x̂ and prices is the
 * perspective relaxation's value (Frangioni and Gentile 2006), here without its cones. A deduction for rounding is taken
 * off.
 *
 * <p>The minima also tell what deciding a further asset would do to the bound, as reduced costs do.
 */
final class LowerBound {

    /** Relative to all that is summed: above what as many additions as there are assets can lose. */
    private static final double ROUNDING = 1e-13;

    /** Of the budget: where the largest weights sum to just the budget, 49 × 1/49 may be a digit off, and no price would do. */
    private static final double BALANCED = 1e-12;

    /** Relative to the problem's scale. The price is sought to about 1,000 times the scale around the first guess. */
    private static final double FIRST_WIDTH = 1e-9;

    private static final double WIDENING = 4;
    private static final int WIDENINGS = 20;
    private static final int BISECTIONS = 60;

    private final Scaled problem;
    private final DiagonalShift shift;
    private final double[] gradient;
    private final double[] minima;
    private final double[] sorted;
    private Choice[] choices = {};
    private double constant;
    private int room;
    private double lastIn;
    private double firstOut;
    private double value;
    private double summed;
    private double slope;

    LowerBound(Scaled problem, DiagonalShift shift) {
        this.problem = problem;
        this.shift = shift;
        this.gradient = new double[problem.size()];
        this.minima = new double[problem.size()];
        this.sorted = new double[problem.size()];
    }

    /** At x̂ and the best price for it. */
    double at(double[] x, Choice[] among) {
        choices = among;
        room = problem.most() - Choice.count(among, Choice.HELD);
        constant = -shift.gradient(x, problem.linear(), gradient) - shift.constant();
        int largest = 0;
        for (int i = 1; i < x.length; i++) {
            largest = x[i] > x[largest] ? i : largest;
        }
        searchPrice(gradient[largest] + 2 * shift.at(largest) * x[largest]);
        return value;
    }

    /** The bound is concave in the price; its slope is the budget less what would be held. */
    private void searchPrice(double start) {
        double low = start;
        double high = start;
        double width = FIRST_WIDTH * problem.scale() / problem.budget();
        for (int k = 0; k < WIDENINGS && slopeAt(low) < -BALANCED * problem.budget(); k++, width *= WIDENING) {
            low -= width;
        }
        for (int k = 0; k < WIDENINGS && slopeAt(high) > BALANCED * problem.budget(); k++, width *= WIDENING) {
            high += width;
        }
        for (int k = 0; k < BISECTIONS && low < high; k++) {
            double middle = low + (high - low) / 2;
            if (slopeAt(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        price(low);
        double atLow = value;
        price(high);
        if (atLow > value) {
            price(low);
        }
    }

    private double slopeAt(double price) {
        price(price);
        return slope;
    }

    private void price(double price) {
        value = constant + price * problem.budget();
        summed = Math.abs(constant) + Math.abs(price) * problem.budget();
        slope = problem.budget();
        int open = 0;
        for (int i = 0; i < minima.length; i++) {
            minima[i] = choices[i] == Choice.LEFT_OUT ? 0 : minimum(i, weight(i, price), price);
            if (choices[i] == Choice.HELD) {
                add(minima[i]);
                slope -= weight(i, price);
            } else if (choices[i] == Choice.OPEN) {
                sorted[open++] = minima[i];
            }
        }
        Arrays.sort(sorted, 0, open);
        lastIn = room == 0 ? Double.NEGATIVE_INFINITY : room <= open ? Math.min(0, sorted[room - 1]) : 0;
        firstOut = room < open ? Math.min(0, sorted[room]) : 0;
        holdLowest(price, open);
        value -= ROUNDING * summed;
    }

    private void add(double minimum) {
        value += minimum;
        summed += Math.abs(minimum);
    }

    /** By value first: of equal minima it does not matter which are held, but no lower one may be passed over for them. */
    private void holdLowest(double price, int open) {
        int held = 0;
        for (; held < Math.min(room, open) && sorted[held] < 0; held++) {
            add(sorted[held]);
        }
        for (int i = 0; i < minima.length && held > 0; i++) {
            if (choices[i] == Choice.OPEN && minima[i] < 0 && minima[i] <= lastIn) {
                slope -= weight(i, price);
                held--;
            }
        }
    }

    /** Of an asset that is held, the best for its own term. */
    private double weight(int i, double price) {
        double d = shift.at(i);
        if (d > 0) {
            return Math.max(problem.lower(), Math.min(problem.upper(), (price - gradient[i]) / (2 * d)));
        }
        boolean least = minimum(i, problem.lower(), price) < minimum(i, problem.upper(), price);
        return least ? problem.lower() : problem.upper();
    }

    private double minimum(int i, double weight, double price) {
        return (shift.at(i) * weight + gradient[i] - price) * weight;
    }

    /** The bound where, beyond the last node's decisions, this open asset is held. */
    double ifHeld(int i) {
        return room == 0 ? Double.POSITIVE_INFINITY : value + Math.max(0, minima[i] - lastIn);
    }

    /** The bound where this open asset is left out. */
    double ifLeftOut(int i) {
        return room == 0 ? value : value + Math.max(0, firstOut - minima[i]);
    }
}
