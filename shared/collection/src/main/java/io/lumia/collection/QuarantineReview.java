package io.lumia.collection;

import io.lumia.collection.ReviewedRow.Decision;
import io.lumia.market.DailyBar;
import io.lumia.market.Source;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that were set aside, for whoever decides about them. Writes run inside the caller's transaction. */
public interface QuarantineReview {

    /** Newest first. */
    List<ReviewedRow> page(QuarantineFilter filter, int offset, int limit);

    long count(QuarantineFilter filter);

    Optional<ReviewedRow> find(long id);

    /** The row, which nobody else decides about until the transaction ends. */
    Optional<ReviewedRow> lock(long id);

    /**
     * Rows that wait, oldest first, which nobody else decides about until the transaction ends.
     *
     * @param releasable only those that {@link ReviewedRow#isReleasable}
     */
    List<ReviewedRow> lockWaiting(QuarantineFilter filter, boolean releasable, int limit);

    /** Decides about rows that are locked and wait. */
    void decide(Collection<Long> ids, ReviewStatus status, Decision decision);

    /** Bars of a source that were released, by symbol: the checks do not judge them again. */
    Map<String, List<DailyBar>> releasedBars(Source source, Collection<String> symbols);
}
