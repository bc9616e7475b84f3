package io.lumia.quant.optimise;

import io.lumia.quant.linear.SymmetricMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A binary tree of merged clusters. Leaves are 0 to n - 1; merges, sorted by distance, are n, n + 1, …; of two children the
 * one with the smaller number is left.
 */
record ClusterTree(int leaves, int[] left, int[] right) {

    /** Two clusters, each given by any of its leaves, that merge at a distance. */
    record Merge(int first, int second, double distance) {}

    /** By single linkage: the distance of two clusters is that of their nearest members. */
    static ClusterTree singleLinkage(SymmetricMatrix covariance) {
        return of(covariance.order(), spanningTree(covariance));
    }

    /** √((1 - correlation)/2): 0 for the same, 1 for the opposite. */
    private static double distance(double correlation) {
        return Math.sqrt((1 - Math.max(-1, Math.min(1, correlation))) / 2);
    }

    private static ClusterTree of(int leaves, List<Merge> merges) {
        merges.sort(Comparator.comparingDouble(Merge::distance));
        int[] left = new int[leaves - 1];
        int[] right = new int[leaves - 1];
        int[] parent = new int[2 * leaves - 1];
        Arrays.setAll(parent, i -> i);
        for (int k = 0; k < merges.size(); k++) {
            int first = root(parent, merges.get(k).first());
            int second = root(parent, merges.get(k).second());
            left[k] = Math.min(first, second);
            right[k] = Math.max(first, second);
            parent[first] = leaves + k;
            parent[second] = leaves + k;
        }
        return new ClusterTree(leaves, left, right);
    }

    private static int root(int[] parent, int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The edges of a minimum spanning tree (Prim 1957): single linkage merges along them (Gower and Ross 1969). */
    private static List<Merge> spanningTree(SymmetricMatrix covariance) {
        int order = covariance.order();
        double[] deviation = covariance.diagonal();
        Arrays.setAll(deviation, i -> Math.sqrt(deviation[i]));
        double[] row = covariance.rowMajor();
        boolean[] inTree = new boolean[order];
        int[] nearest = new int[order];
        double[] closest = new double[order];
        Arrays.fill(closest, Double.NEGATIVE_INFINITY);
        List<Merge> merges = new ArrayList<>();
        int added = 0;
        for (int k = 1; k < order; k++) {
            inTree[added] = true;
            int offset = covariance.offset(added);
            int next = -1;
            for (int i = 0; i < order; i++) {
                if (inTree[i]) {
                    continue;
                }
                double value = row[offset + i] / (deviation[added] * deviation[i]);
                if (value > closest[i]) {
                    closest[i] = value;
                    nearest[i] = added;
                }
                if (next < 0 || closest[i] > closest[next]) {
                    next = i;
                }
            }
            merges.add(new Merge(nearest[next], next, distance(closest[next])));
            added = next;
        }
        return merges;
    }

    int rootNode() {
        return 2 * leaves - 2;
    }

    boolean isLeaf(int node) {
        return node < leaves;
    }

    int left(int node) {
        return left[node - leaves];
    }

    int right(int node) {
        return right[node - leaves];
    }

    /** The leaves below a node, the left child's first. */
    int[] leavesOf(int node) {
        int[] found = new int[leaves];
        int count = 0;
        int[] stack = new int[leaves + 1];
        int depth = 0;
        stack[depth++] = node;
        while (depth > 0) {
            int at = stack[--depth];
            if (isLeaf(at)) {
                found[count++] = at;
            } else {
                stack[depth++] = right(at);
                stack[depth++] = left(at);
            }
        }
        return Arrays.copyOf(found, count);
    }
}
