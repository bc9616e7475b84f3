package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;
import io.lumia.quant.linear.GrowingCholesky;
import io.lumia.quant.linear.Loops;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.optimise.OptimisationResult.AttainableRange;
import io.lumia.quant.optimise.OptimisationResult.Infeasible;
import io.lumia.quant.optimise.OptimisationResult.NotConverged;
import java.util.Arrays;
import java.util.List;

/**
 * Long-only weights whose contributions to variance are in given proportions. They are those of the one minimum of
 * ½x′Σx − Σ bᵢ ln xᵢ, scaled to the budget (Spinu 2013): a few rounds of coordinate descent (Griveau-Billion, Richard and Roncalli
 * 2013), then Newton's method with its step halved until the function falls.
 */
final class RiskBudgeting {

    private static final int DESCENT_ROUNDS = 20;
    private static final int NEWTON_STEPS = 100;
    private static final int HALVINGS = 60;
    private static final double CONVERGED = 1e-14;
    private static final double NO_VARIANCE = 1e-10;

    private final SymmetricMatrix covariance;
    private final double[] budgets;
    private final double[] x;

    private RiskBudgeting(SymmetricMatrix covariance, double[] budgets) {
        this.covariance = covariance;
        this.budgets = budgets;
        this.x = new double[budgets.length];
    }

    static OptimisationResult optimise(PortfolioProblem problem, double[] budgets) {
        if (budgets.length != problem.size()) {
            throw AppException.invalid("number of risk budgets", budgets.length, String.valueOf(problem.size()));
        }
        requireVariances(problem, "risk budgets");
        return new RiskBudgeting(problem.covariance(), budgets).solve(problem);
    }

    /** A constant series has no risk to share. */
    static void requireVariances(PortfolioProblem problem, String objective) {
        for (int i = 0; i < problem.size(); i++) {
            if (!(problem.covariance().at(i, i) > 0)) {
                throw AppException.invalid(
                        "variance of %s (asset %d)".formatted(problem.assets().get(i), i),
                        problem.covariance().at(i, i),
                        "above 0 for " + objective);
            }
        }
    }

    private OptimisationResult solve(PortfolioProblem problem) {
        Arrays.setAll(x, i -> Math.sqrt(budgets[i] / covariance.at(i, i)));
        for (int round = 0; round < DESCENT_ROUNDS; round++) {
            descend();
        }
        double error = error();
        int step = 0;
        for (; step < NEWTON_STEPS && error > CONVERGED; step++) {
            double[] before = x.clone();
            if (!newton()) {
                break;
            }
            double now = error();
            if (now >= error && error < Math.sqrt(CONVERGED)) {
                System.arraycopy(before, 0, x, 0, x.length);
                break;
            }
            error = now;
        }
        if (error > Math.sqrt(CONVERGED)) {
            return isRiskless() ? riskless() : new NotConverged("Newton steps of risk budgeting", step, error);
        }
        double scale = problem.limits().budget() / Loops.sum(x);
        double[] weights = x.clone();
        Arrays.setAll(weights, i -> weights[i] * scale);
        return Prescribed.answer(problem, weights, error, DESCENT_ROUNDS + step);
    }

    /** The function falls without end along a portfolio of no variance. */
    private boolean isRiskless() {
        double sum = Loops.sum(x);
        return covariance.quadraticForm(x) / (sum * sum) <= NO_VARIANCE * Loops.largest(covariance.diagonal());
    }

    private static Infeasible riskless() {
        return new Infeasible(
                "there is no risk to budget: a long-only portfolio of no volatility holds every asset",
                List.of(new Limit(Limit.Kind.POSITIVE_VOLATILITY, "volatility", 0)),
                List.of(new AttainableRange("volatility", 0, Double.POSITIVE_INFINITY)));
    }

    /** Each coordinate in turn to its minimum, the positive root of a quadratic equation. */
    private void descend() {
        for (int i = 0; i < x.length; i++) {
            double variance = covariance.at(i, i);
            double others = Loops.dot(covariance.rowMajor(), covariance.offset(i), x, 0, x.length) - variance * x[i];
            double root = Math.sqrt(others * others + 4 * variance * budgets[i]);
            x[i] = others > 0 ? 2 * budgets[i] / (others + root) : (root - others) / (2 * variance);
        }
    }

    private double[] gradient() {
        double[] gradient = covariance.times(x);
        Arrays.setAll(gradient, i -> gradient[i] - budgets[i] / x[i]);
        return gradient;
    }

    /** The largest error of a contribution, in parts of the whole. */
    private double error() {
        double[] gradient = gradient();
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, Math.abs(gradient[i] * x[i]));
        }
        return worst;
    }

    private double value(double[] at) {
        double value = covariance.quadraticForm(at) / 2;
        for (int i = 0; i < at.length; i++) {
            value -= budgets[i] * StrictMath.log(at[i]);
        }
        return value;
    }

    private boolean newton() {
        double[] gradient = gradient();
        double[] step = gradient.clone();
        GrowingCholesky factor = new GrowingCholesky();
        double[] column = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(covariance.rowMajor(), covariance.offset(i), column, 0, i);
            if (!factor.append(column, covariance.at(i, i) + budgets[i] / (x[i] * x[i]))) {
                return false;
            }
        }
        factor.solve(step);
        return moveAgainst(step, Loops.dot(gradient, step));
    }

    private boolean moveAgainst(double[] step, double decrease) {
        double start = value(x);
        double[] tried = new double[x.length];
        double part = 1;
        for (int halving = 0; halving < HALVINGS; halving++, part /= 2) {
            boolean positive = true;
            for (int i = 0; i < x.length; i++) {
                tried[i] = x[i] - part * step[i];
                positive &= tried[i] > 0;
            }
            // Near the minimum the function is flat to its last digit and a full step is right.
            if (positive && (decrease < 1e-12 || value(tried) <= start - 1e-4 * part * decrease)) {
                System.arraycopy(tried, 0, x, 0, x.length);
                return true;
            }
        }
        return false;
    }
}
