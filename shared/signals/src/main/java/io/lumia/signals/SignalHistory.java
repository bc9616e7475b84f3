package io.lumia.signals;

import io.lumia.market.Asset;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stored signals: what follows from the facts as our books hold them now. A question as of an earlier instant goes to
 * {@link SignalsAsOf}, which computes from the facts as they were known then.
 */
public interface SignalHistory {

    /** The newest row not dated after {@code upTo}; empty where the asset has none. */
    Optional<SignalRow> latest(Asset asset, LocalDate upTo);

    /** The newest row of each of the assets, by {@link Asset#key()}; assets without one are absent. */
    Map<Integer, SignalRow> latest(Collection<Asset> assets);

    /**
     * Rows from {@code from} to {@code to}, both included, oldest first, at most the first {@code limit}. To page, go on
     * from the day after the last row's date.
     */
    List<SignalRow> history(Asset asset, LocalDate from, LocalDate to, int limit);
}
