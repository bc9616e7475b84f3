package io.lumia.quant.information;

import io.lumia.kernel.AppException;
import java.util.Arrays;

/**
 * Counts: every probability is the share of samples in which the codes came so ("plug-in"; T. Schreiber, 2000, equation 4). Biased
 * upwards, by about (target's base - 1) · (states of the source's history - 1) · (states of the target's history) / 2n nats where
 * there is nothing to find (the mean of the chi-square that 2n times it then follows).
 */
public final class DiscreteTransferEntropy extends TransferEntropy {

    /** Next value and both histories together; 4 MB of counts. More states than samples measure nothing anyway. */
    public static final int MAX_STATES = 1 << 20;

    private final int[] targetPast;
    private final int[] sourcePast;
    private final int[] next;
    private final int nextStates;
    private final int sourceStates;
    private final int targetStates;

    private DiscreteTransferEntropy(CodedSeries source, CodedSeries target, HistoryLengths histories) {
        super(histories.samples(target.size(), 1));
        targetStates = (int) target.states(histories.target());
        sourceStates = (int) source.states(histories.source());
        nextStates = target.base();
        next = new int[samples()];
        targetPast = new int[samples()];
        sourcePast = new int[samples()];
        int first = histories.first();
        for (int i = 0; i < samples(); i++) {
            next[i] = target.codes()[first + i];
            targetPast[i] = target.history(first + i, histories.target());
            sourcePast[i] = source.history(first + i, histories.source());
        }
    }

    /** Both of one length, with at most {@link #MAX_STATES} states; their bases may differ. */
    public static DiscreteTransferEntropy of(CodedSeries source, CodedSeries target, HistoryLengths histories) {
        if (source.size() != target.size()) {
            throw AppException.invalid("length of the target", target.size(), source.size() + ", as the source has");
        }
        double states = target.states(1 + histories.target()) * source.states(histories.source());
        if (states > MAX_STATES) {
            throw AppException.invalid(
                    "states", states, "at most " + MAX_STATES + "; shorten a history or take a lower base");
        }
        return new DiscreteTransferEntropy(source, target, histories);
    }

    /** The mean over the samples of ln n(next, both) · n(target's) / (n(both) · n(next, target's)). */
    @Override
    double nats(int[] sourceRows) {
        int[] own = new int[samples()];
        int[] both = new int[samples()];
        int[] ownAndNext = new int[samples()];
        int[] all = new int[samples()];
        for (int i = 0; i < own.length; i++) {
            own[i] = targetPast[i];
            both[i] = own[i] * sourceStates + sourcePast[sourceRows[i]];
            ownAndNext[i] = own[i] * nextStates + next[i];
            all[i] = both[i] * nextStates + next[i];
        }
        int ownAndSource = targetStates * sourceStates;
        return meanLog(all, ownAndSource * nextStates)
                + meanLog(own, targetStates)
                - meanLog(both, ownAndSource)
                - meanLog(ownAndNext, targetStates * nextStates);
    }

    /** Of how many samples share a sample's code. */
    private static double meanLog(int[] codes, int states) {
        int[] counts = new int[states];
        for (int code : codes) {
            counts[code]++;
        }
        return Arrays.stream(counts)
                        .filter(count -> count > 0)
                        .mapToDouble(count -> count * Math.log(count))
                        .sum()
                / codes.length;
    }
}
