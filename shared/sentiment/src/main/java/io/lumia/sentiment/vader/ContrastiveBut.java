package io.lumia.sentiment.vader;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * "The plot was good, but the dialog is not great": what comes before the first "but" counts half, what comes after it
 * one and a half times. Hutto and Gilbert (2014), section 3.2.
 *
 * <p>The original goes through the valences and, at each, changes the first one of that value in its list, which need
 * not be the one it stands at: an earlier valence may have been halved to the same number. Then the earlier one is
 * changed once more and the later one not at all. We keep to that, though not by searching the list from its
 * beginning, which takes hours for a long hostile text.
 */
final class ContrastiveBut {

    private static final double BEFORE = 0.5;
    private static final double AFTER = 1.5;

    private final double[] valences;
    private final int but;

    /** Positions already gone through, by the valence that they have now, earliest first. */
    private final Map<Double, PriorityQueue<Integer>> passed = new HashMap<>();

    private ContrastiveBut(double[] valences, int but) {
        this.valences = valences;
        this.but = but;
    }

    /**
     * @param valences one for each word, changed in place
     * @param but      index of the first "but"
     */
    static void shift(double[] valences, int but) {
        ContrastiveBut shift = new ContrastiveBut(valences, but);
        for (int i = 0; i < valences.length; i++) {
            if (valences[i] != 0) {
                shift.pass(i);
            }
        }
    }

    private void pass(int position) {
        PriorityQueue<Integer> sameValue = positionsOf(valences[position]);
        sameValue.add(position);
        int first = sameValue.remove();
        valences[first] *= first < but ? BEFORE : AFTER;
        positionsOf(valences[first]).add(first);
    }

    private PriorityQueue<Integer> positionsOf(double valence) {
        return passed.computeIfAbsent(valence, _ -> new PriorityQueue<>());
    }
}
