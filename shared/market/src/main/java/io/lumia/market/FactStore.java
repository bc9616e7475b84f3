package io.lumia.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Where checked facts are merged on their natural keys. Each call stages its rows by COPY under the batch id, keeps the
 * superseded value of every row it changes, and touches no row that says the same already. Must run inside a
 * transaction.
 */
public interface FactStore {

    Merged mergeBars(BatchStamp stamp, Map<Asset, List<DailyBar>> bars);

    Merged mergeActions(BatchStamp stamp, Map<Asset, List<CorporateAction>> actions);

    Merged mergeObservations(BatchStamp stamp, Map<Asset, List<Observation>> observations);

    Merged mergeFundamentals(BatchStamp stamp, Map<Asset, List<Fundamental>> fundamentals);

    /**
     * By accession number. What a source does not say of a filing never replaces what another did; the acceptance time of
     * a filing is that of all the numbers in it.
     */
    MergeCounts mergeFilings(BatchStamp stamp, List<Filing> filings);

    /**
     * By (cik, concept, unit, start, end, accession): a restatement stands beside what it restates. A filing that our books
     * lack is taken in with what the numbers say of it, its acceptance time assumed.
     */
    MergeCounts mergeCompanyFacts(BatchStamp stamp, List<CompanyFact> facts);

    /** Bars at and before {@code upTo}, newest {@code limit} ones per asset, oldest first: the context of the checks. */
    Map<Asset, List<DailyBar>> recentBars(List<Asset> assets, LocalDate before, int limit);

    /**
     * As {@link #recentBars}, each in the share units in which a source has the prices of its day: what the rows of that source
     * can be held against, though a split or another source lies between.
     */
    Map<Asset, List<DailyBar>> recentBarsInUnitsOf(Source source, List<Asset> assets, LocalDate before, int limit);

    /** All actions of the assets, for the checks. */
    Map<Asset, List<CorporateAction>> actions(List<Asset> assets);

    /**
     * Who merges and when.
     *
     * @param batchId   unique for one delivery's rows
     * @param source    where the rows came from
     * @param learnedAt when our books take them in, UTC
     */
    record BatchStamp(java.util.UUID batchId, Source source, Instant learnedAt) {}

    /**
     * What a merge did.
     *
     * @param counts       over all assets
     * @param firstChanged per changed asset the earliest date that is new or revised
     * @param lastChanged  per changed asset the latest such date
     */
    record Merged(MergeCounts counts, Map<Asset, LocalDate> firstChanged, Map<Asset, LocalDate> lastChanged) {

        public static final Merged NOTHING = new Merged(MergeCounts.NONE, Map.of(), Map.of());
    }
}
