package io.lumia.local.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The contents of the database as a whole. */
public interface Books {

    /** PostgreSQL's version, as the server names it. */
    String serverVersion();

    /** Whether the schema is there. */
    boolean exist();

    Counts counts();

    /** Rows set aside, by reason. */
    SortedMap<String, Long> quarantinedByReason();

    /** Every table of facts, opinions and collection; two equal states differ in no row and no column. */
    SortedMap<String, TableState> state();

    /** The newest date with a bar. */
    Optional<LocalDate> lastSession();

    /** Dates with a bar of any asset of an exchange, after {@code after} and up to {@code upTo}. */
    List<LocalDate> sessions(LocalDate after, LocalDate upTo);

    /** Symbols of active assets that have a bar on the day but no signal. */
    List<String> withoutSignals(LocalDate day);

    /** The largest rises and falls of a day by split-adjusted return, {@code limit} of each; none twice. */
    List<Mover> movers(LocalDate day, int limit);

    /** The benchmark, or else the largest asset by market cap, of those with a signal on the day: a row worth showing. */
    Optional<String> exampleSymbol(LocalDate day);

    /** The newest day up to {@code upTo} on which what was written about an asset has a mean; empty where there is none. */
    Optional<LocalDate> lastWrittenAbout(String symbol, LocalDate upTo);

    /** One asset's newest signals by column name; empty where it has none. */
    Map<String, @Nullable Object> latestSignals(String symbol);

    /** Events that were stored and have not left yet. */
    int waitingEvents();

    /** Events on their way out. */
    Outgoing outgoing();

    /**
     * Lets events leave again that no receiver has taken in: the queues they lay in lived in a process that is gone.
     *
     * @param detailTypes those that have receivers
     * @return how many
     */
    int announceAgain(List<String> detailTypes);

    /**
     * Leaves events that have not left yet for good: what they ask for is asked for anew.
     *
     * @return how many
     */
    int withdraw(String detailType);

    /**
     * Ends the claims of collectors on items, whose process is gone: otherwise nobody may take those items up before the
     * claims run out by themselves.
     *
     * @return how many
     */
    int endClaims();

    /**
     * Rows per kind.
     *
     * @param assets instruments with prices
     * @param series of observations
     * @param articleScores articles that have their scores
     * @param sentimentDays of assets on which somebody wrote about them
     */
    record Counts(
            long assets,
            long series,
            long bars,
            long actions,
            long observations,
            long fundamentals,
            long articles,
            long articleLinks,
            long articleScores,
            long signals,
            long sentimentDays,
            long jobs,
            long runs,
            long quarantined) {}

    /** @param hash over all columns of all rows, whatever their order */
    record TableState(long rows, String hash) {}

    /**
     * @param close    as received
     * @param return1d a fraction
     */
    record Mover(String symbol, String name, double close, double return1d) {}

    /**
     * Two that are equal, with none waiting: no event left between one and the other.
     *
     * @param waiting stored, not left yet
     * @param newest  when the newest left; null where none has
     */
    record Outgoing(int waiting, @Nullable Instant newest) {}
}
