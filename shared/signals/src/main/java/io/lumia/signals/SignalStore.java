package io.lumia.signals;

import io.lumia.market.Asset;
import io.lumia.quant.signal.RecursionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;

/**
 * Where computed signals are kept. All calls belong into one transaction that begins with {@link #lock}: whoever computes
 * the same asset at the same time waits there, and then reads bars that are at least as new.
 */
public interface SignalStore {

    /** Locks the assets, in the order of their keys, and tells what their stored rows rest on; absent where none. */
    Map<Integer, Computation> lock(Collection<Asset> assets);

    /** Of each asset the state stored with its newest row before the date; absent where there is none. */
    Map<Integer, RecursionState> statesBefore(Map<Integer, LocalDate> dates);

    /** Adds rows that are dated after {@link Computation#computedThrough}: straight into the table. */
    void append(Iterator<ComputedRows> rows, Instant computedAt);

    /**
     * Adds rows, or replaces them where a value differs; rows that say the same already are not touched.
     *
     * @param batchId unique for this call
     * @return what changed, by asset key; absent where nothing did
     */
    Map<Integer, RowsChanged> revise(Iterator<ComputedRows> rows, Instant computedAt, UUID batchId);

    /** Notes what the stored rows now rest on, and makes each asset's newest row the one that is read as its latest. */
    void complete(Map<Integer, Computation> computations);
}
