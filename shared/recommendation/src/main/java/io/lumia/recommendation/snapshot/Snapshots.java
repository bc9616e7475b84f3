package io.lumia.recommendation.snapshot;

/** Reads what our books knew. The same question has the same answer for ever, as long as nobody changes rows behind our back. */
public interface Snapshots {

    /**
     * Not inside a transaction: it has one of its own, so that all of it is of one moment.
     *
     * <p>A loader dates what it learns when it begins, not when it commits. What was under way at {@code known_at} is therefore
     * missing now and there in a later reading, which names it as added. A {@code known_at} before which all loads have ended is
     * free of that.
     */
    MarketSnapshot read(SnapshotQuestion question);

    /**
     * Changes whenever anything was written that a snapshot could hold, and equal while nothing was. It may also change where a
     * loader found nothing new. It costs one small query, so that a snapshot that was read can be kept as long as it is the newest.
     */
    String revision();
}
