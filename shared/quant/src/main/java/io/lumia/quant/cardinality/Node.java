package io.lumia.quant.cardinality;

import java.util.Arrays;

/**
 * Some portfolios, by what is decided.
 *
 * @param start the parent's relaxed solution, where this node's search for its own begins
 * @param fee that belongs to it
 * @param bound the parent's: no portfolio here is better
 */
record Node(Choice[] choices, double[] start, double fee, double bound) {

    static Node root(Scaled problem) {
        Choice[] open = new Choice[problem.size()];
        Arrays.fill(open, Choice.OPEN);
        return new Node(open, new double[problem.size()], 0, Double.NEGATIVE_INFINITY);
    }

    /** The same where nothing more may be held: what is open is left out. */
    Node closed() {
        Choice[] decided = choices.clone();
        Arrays.setAll(decided, i -> decided[i] == Choice.OPEN ? Choice.LEFT_OUT : decided[i]);
        return new Node(decided, start, fee, bound);
    }

    int held() {
        return Choice.count(choices, Choice.HELD);
    }

    int open() {
        return Choice.count(choices, Choice.OPEN);
    }
}
