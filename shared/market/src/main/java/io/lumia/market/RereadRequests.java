package io.lumia.market;

import io.lumia.kernel.AssetId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Which assets' bars must be read again. A corporate action that our books learn of after the bars before it makes an adjusted
 * source tell all of them anew; until then the books hold prices of two adjustments. At most one request of an asset
 * waits.
 */
public interface RereadRequests {

    /**
     * Notes a new or revised action, if our books have bars before it that its kind is taken out of: a split or spin-off out of
     * split-adjusted and fully adjusted prices, a dividend out of fully adjusted ones. An asset's first load leaves no note.
     * Must run inside the transaction that takes the action in.
     *
     * @return whether a request waits now
     */
    boolean noteAction(Asset asset, CorporateAction action, Instant at);

    /** The longest waiting first. */
    List<RereadRequest> waiting(int limit);

    /**
     * Ends the requests of these assets that were noted by {@code collectedAt}: bars collected from then on are loaded.
     *
     * @return how many
     */
    int done(Collection<AssetId> assets, Instant collectedAt, Instant at);
}
