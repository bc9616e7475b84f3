package io.lumia.quant.cardinality;

import io.lumia.kernel.AppException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Branch and bound for {@link FewAssets}, deepest first. A node whose bound comes within {@link #PROOF} of the best
 * portfolio is done; otherwise assets are decided that the bound does not leave a choice about, and a further one in both
 * ways: the one that the relaxation holds most nearly in half.
 */
final class FewAssetsSearch {

    /** What a proof leaves open, relative to the problem's scale. */
    static final double PROOF = 1e-9;

    static final long MAX_NODES = 10_000_000;

    private final Scaled problem;
    private final long maxNodes;
    private final Relaxation relaxation;
    private final Incumbent incumbent;
    private final Deque<Node> waiting = new ArrayDeque<>();
    private final double proof;
    /** The least bound of what was set aside. */
    private double lowest = Double.POSITIVE_INFINITY;

    private long nodes;

    FewAssetsSearch(FewAssetsProblem problem, long maxNodes) {
        if (maxNodes < 1 || maxNodes > MAX_NODES) {
            throw AppException.invalid("maxNodes", maxNodes, "1 to " + MAX_NODES);
        }
        this.problem = Scaled.of(problem);
        this.maxNodes = maxNodes;
        this.relaxation = new Relaxation(this.problem, DiagonalShift.of(this.problem));
        this.incumbent = new Incumbent(this.problem);
        this.proof = PROOF * this.problem.scale();
    }

    FewAssets run() {
        waiting.push(Node.root(problem));
        while (!waiting.isEmpty() && nodes < maxNodes) {
            visit(waiting.pop());
        }
        waiting.forEach(node -> setAside(node.bound()));
        return answer();
    }

    private FewAssets answer() {
        double[] weights = incumbent.x();
        Arrays.setAll(weights, i -> weights[i] / problem.budget());
        int[] selection =
                IntStream.range(0, weights.length).filter(i -> weights[i] != 0).toArray();
        double lowerBound = Math.min(lowest, incumbent.objective());
        double gap = incumbent.objective() - lowerBound;
        return new FewAssets(selection, weights, incumbent.objective(), lowerBound, gap, nodes, lowerBound >= enough());
    }

    private void setAside(double bound) {
        lowest = Math.min(lowest, bound);
    }

    /** A better portfolio would have to be better by more than a proof leaves open. */
    private double enough() {
        return incumbent.objective() - proof;
    }

    private void visit(Node node) {
        if (node.bound() >= enough()) {
            setAside(node.bound());
            return;
        }
        if (!problem.reaches(node.held(), node.open())) {
            return;
        }
        nodes++;
        if (node.open() == 0 || node.held() == problem.most()) {
            finish(node.closed());
        } else {
            explore(node);
        }
    }

    /** All is decided: only the weights are left, and the bound at the best of them is their objective. */
    private void finish(Node node) {
        double[] x = incumbent.offer(Choice.held(node.choices()));
        double bound = x.length == 0 ? node.bound() : relaxation.boundAt(x, node.choices());
        setAside(Math.max(node.bound(), bound));
    }

    private void explore(Node node) {
        double bound = Math.max(node.bound(), relaxation.solve(node, enough()));
        if (bound < enough() && incumbent.round(relaxation.x(), node.choices())) {
            incumbent.improve();
        }
        if (bound >= enough()) {
            setAside(bound);
        } else {
            branch(decided(node.choices(), bound), bound);
        }
    }

    /** With what the bound leaves no choice about. */
    private Choice[] decided(Choice[] choices, double bound) {
        Choice[] decided = choices.clone();
        for (int i = 0; i < choices.length; i++) {
            if (choices[i] == Choice.OPEN) {
                decided[i] =
                        decide(relaxation.bound().ifHeld(i), relaxation.bound().ifLeftOut(i), bound);
            }
        }
        return decided;
    }

    private Choice decide(double ifHeld, double ifLeftOut, double bound) {
        if (ifHeld >= enough()) {
            setAside(Math.max(bound, ifHeld));
            return Choice.LEFT_OUT;
        }
        if (ifLeftOut >= enough()) {
            setAside(Math.max(bound, ifLeftOut));
            return Choice.HELD;
        }
        return Choice.OPEN;
    }

    /** The likelier way on top, so that it comes first. */
    private void branch(Choice[] choices, double bound) {
        int asset = mostNearlyHalf(choices);
        if (asset < 0) {
            waiting.push(child(choices, bound));
            return;
        }
        boolean likelyHeld = relaxation.held(asset) > 0.5;
        waiting.push(child(with(choices, asset, likelyHeld ? Choice.LEFT_OUT : Choice.HELD), bound));
        waiting.push(child(with(choices, asset, likelyHeld ? Choice.HELD : Choice.LEFT_OUT), bound));
    }

    private Node child(Choice[] choices, double bound) {
        return new Node(choices, relaxation.x(), relaxation.fee(), bound);
    }

    private static Choice[] with(Choice[] choices, int asset, Choice choice) {
        Choice[] changed = choices.clone();
        changed[asset] = choice;
        return changed;
    }

    /** Of the open assets; -1 where none is. */
    private int mostNearlyHalf(Choice[] choices) {
        int best = -1;
        double most = -1;
        for (int i = 0; i < choices.length; i++) {
            double part = relaxation.held(i);
            double nearness = choices[i] == Choice.OPEN ? Math.min(part, 1 - part) : -1;
            if (nearness > most) {
                most = nearness;
                best = i;
            }
        }
        return best;
    }
}
