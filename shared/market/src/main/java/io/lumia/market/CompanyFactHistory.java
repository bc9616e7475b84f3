package io.lumia.market;

import io.lumia.kernel.AsOf;
import java.time.Instant;
import java.util.List;

/**
 * Numbers that companies reported, as of an instant.
 *
 * <p>A report is seen when its filing had been accepted by then; see {@link AcceptedFact#acceptedAtAssumed()}. Its value is the
 * one that our books held at that instant, or the first they learned where they learned of it later. When a filing was
 * accepted is not an opinion that changes: the best we know today decides, also about the past.
 */
public interface CompanyFactHistory {

    /**
     * What was known: per unit and period the value of the report accepted last. Oldest period first.
     *
     * @param cik     SEC central index key without leading zeros
     * @param concept such as {@code us-gaap:NetIncomeLoss}
     * @param limit   the newest periods, at most so many
     */
    List<AcceptedFact> facts(String cik, String concept, AsOf asOf, int limit);

    /** Every report of every period, restatements beside what they restate. Oldest period first, within it oldest report. */
    List<AcceptedFact> reports(String cik, String concept, AsOf asOf, int limit);

    /** Of an asset's company; nothing of an asset without one. */
    default List<AcceptedFact> facts(Asset asset, String concept, AsOf asOf, int limit) {
        String cik = asset.definition().cik();
        return cik == null ? List.of() : facts(cik, concept, asOf, limit);
    }

    /** Of an asset's company; nothing of an asset without one. */
    default List<AcceptedFact> reports(Asset asset, String concept, AsOf asOf, int limit) {
        String cik = asset.definition().cik();
        return cik == null ? List.of() : reports(cik, concept, asOf, limit);
    }

    /**
     * A report and when it became public.
     *
     * @param acceptedAtAssumed whether that is the latest it can have been, such as {@link AcceptanceTime#assumed}
     */
    record AcceptedFact(CompanyFact fact, Instant acceptedAt, boolean acceptedAtAssumed) {}
}
