package io.lumia.signals;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import java.time.LocalDate;
import java.util.List;

/**
 * Signals as they would have been computed at an instant: from the bars and actions that were public by then, in the
 * values our books held then. Nothing later can change the answer.
 */
public interface SignalsAsOf {

    /**
     * Rows from {@code from} to {@code to}, both included, oldest first, at most the first {@code limit}; none where the
     * asset had no bars by then. {@link SignalRow#computedAt()} is the instant itself.
     */
    List<SignalRow> history(Asset asset, LocalDate from, LocalDate to, AsOf asOf, int limit);
}
