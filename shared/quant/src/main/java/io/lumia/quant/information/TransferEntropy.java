package io.lumia.quant.information;

import java.util.stream.IntStream;

/**
 * An estimate of the information that a source's history has about a target's next value, the target's own history being known:
 * E ln p(next | both histories) / p(next | target's history). The true number is zero or more; an estimate has noise and, the
 * counting one above all, a bias. See {@link Significance}.
 */
public abstract sealed class TransferEntropy
        permits DiscreteTransferEntropy, GaussianTransferEntropy, KraskovTransferEntropy {

    private static final double NATS_PER_BIT = Math.log(2);

    private final int samples;

    TransferEntropy(int samples) {
        this.samples = samples;
    }

    /** Values of the target that have both histories. */
    public final int samples() {
        return samples;
    }

    public final double nats() {
        return nats(IntStream.range(0, samples).toArray());
    }

    public final double bits() {
        return nats() / NATS_PER_BIT;
    }

    /**
     * The estimate as if sample i had the source's history of sample {@code sourceRows[i]}.
     *
     * @param sourceRows a permutation of the samples
     */
    abstract double nats(int[] sourceRows);
}
