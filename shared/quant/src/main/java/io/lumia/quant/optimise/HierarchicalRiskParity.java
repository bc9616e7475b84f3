package io.lumia.quant.optimise;

import io.lumia.quant.linear.Loops;
import io.lumia.quant.linear.SymmetricMatrix;
import java.util.Arrays;

/**
 * Hierarchical risk parity (López de Prado 2016): assets are put into the order of a tree of their correlations (single linkage), the list is
 * halved again and again (the first half is the shorter), and each half gets weight by the inverse of its variance, where a
 * half is weighted within by inverse variances. No matrix is inverted, so a singular covariance will do.
 *
 * <p>The order of leaves follows the order in which the assets are given, and with it the halves: another
 * order of the assets is another portfolio. Give them in an order of their own, such as by symbol.
 */
public final class HierarchicalRiskParity {

    private HierarchicalRiskParity() {}

    /** By asset, sum 1 or the problem's budget. Fails with INVALID_INPUT that names an asset without variance. */
    static double[] weights(PortfolioProblem problem) {
        RiskBudgeting.requireVariances(problem, "hierarchical risk parity");
        SymmetricMatrix covariance = problem.covariance();
        int[] order = leafOrder(covariance);
        double[] ordered = new double[order.length];
        Arrays.fill(ordered, problem.limits().budget());
        new Bisection(covariance.part(order), ordered).halve(0, order.length);
        double[] weights = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            weights[order[k]] = ordered[k];
        }
        return weights;
    }

    /** The assets in the order in which their list is halved. */
    public static int[] leafOrder(SymmetricMatrix covariance) {
        ClusterTree tree = ClusterTree.singleLinkage(covariance);
        return tree.leavesOf(tree.rootNode());
    }

    private record Bisection(SymmetricMatrix covariance, double[] weights) {

        /** Depth is log₂ of the number of assets. */
        void halve(int from, int to) {
            if (to - from < 2) {
                return;
            }
            int middle = from + (to - from) / 2;
            double first = variance(from, middle);
            double second = variance(middle, to);
            double part = 1 - first / (first + second);
            scale(from, middle, part);
            scale(middle, to, 1 - part);
            halve(from, middle);
            halve(middle, to);
        }

        private void scale(int from, int to, double factor) {
            for (int i = from; i < to; i++) {
                weights[i] *= factor;
            }
        }

        private double variance(int from, int to) {
            int length = to - from;
            double[] inverse = new double[length];
            Arrays.setAll(inverse, i -> 1 / covariance.at(from + i, from + i));
            double sum = Loops.sum(inverse);
            double variance = 0;
            for (int i = 0; i < length; i++) {
                variance += inverse[i]
                        * Loops.dot(covariance.rowMajor(), covariance.offset(from + i) + from, inverse, 0, length);
            }
            return variance / (sum * sum);
        }
    }
}
