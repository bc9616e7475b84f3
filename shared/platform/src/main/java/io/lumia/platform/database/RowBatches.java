package io.lumia.platform.database;

import java.util.function.LongSupplier;

/** What changes too many rows for one transaction, done batch by batch. */
public final class RowBatches {

    private RowBatches() {}

    /**
     * Runs a batch until it finds nothing more.
     *
     * @param most batches in one run, so that it ends; what is left then waits for the next run
     * @param batch a transaction of its own; returns how many rows it changed
     * @return how many rows all of them changed
     */
    public static long untilNothingIsLeft(int most, LongSupplier batch) {
        long all = 0;
        for (int i = 0; i < most; i++) {
            long changed = batch.getAsLong();
            if (changed == 0) {
                break;
            }
            all += changed;
        }
        return all;
    }
}
