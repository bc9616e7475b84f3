package io.lumia.collection;

import io.lumia.market.Dataset;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The history of collection: jobs, runs, items, coverage, quarantine. Writes run inside the caller's transaction. How a
 * run goes from stage to stage is {@code progress.RunProgress}'s business; this only stores.
 */
public interface CollectionLog {

    /** Inserts a job, or changes the one of that name. */
    void saveJob(Job job);

    Optional<Job> findJob(String name);

    /** Ordered by name. */
    List<Job> jobs();

    /** Deletes a job; its runs stay readable. False when there is none of that name. */
    boolean deleteJob(String name, Instant at);

    /** What the job has collected of a dataset from this origin, by symbol. */
    Map<String, Coverage> coverage(String jobName, Origin origin, Dataset dataset);

    /**
     * What providers were asked about these symbols and answered well, whoever's job it was: the newest 50 answers of each,
     * newest first.
     */
    Map<String, List<AskedRange>> askedRanges(Dataset dataset, Collection<String> symbols);

    /** Stores a run with its items; one that was skipped has none and has ended. False, and nothing written, when the job has a run for that tick already. */
    boolean start(Run run, Origin origin, List<Item> items);

    /**
     * Asks for the items of a run's next stage if none of the stages before is awaited any more, and returns them. Those
     * about a symbol whose earlier item failed are ended as failed instead ({@code not_asked}), since their rows could
     * not be checked.
     */
    List<Asking> askNextStage(UUID runId, Instant at);

    /** Marks an item that is still awaited as asked again; empty when it is not. */
    Optional<Asking> askAgain(UUID itemId, Instant at);

    /**
     * Answers about an item's symbols that were collected after {@code collectedAt} and are loaded already. Nobody else
     * loads the same dataset of these symbols until the transaction ends.
     */
    List<LaterAnswer> laterAnswers(UUID itemId, Instant collectedAt);

    /**
     * Ends an item and locks its run until the transaction ends. Ending it a second time changes nothing, except that a
     * failed item may still come to a good end when its message is replayed.
     *
     * @return the item's run if this counted
     */
    Optional<UUID> end(UUID itemId, ItemResult result, Instant at);

    /** Ends a run none of whose items is awaited any more; empty when one is. */
    Optional<Run> finish(UUID runId, Instant at);

    /**
     * Ends a run that is still running, and its items that did not end (outcome {@code cancelled}). Empty when it has
     * ended, or is not known.
     */
    Optional<Run> cancel(UUID runId, String why, Instant at);

    /** Runs of a job that have not ended, oldest first, at most 100. */
    List<Run> openRuns(String jobName);

    /** Runs that have been open for longer than their job allows, oldest first, at most 100. */
    List<Run> overdueRuns(Instant now);

    /** Sets rows aside; the same row of the same source with the same reason is kept once. Returns how many were new. */
    int quarantine(UUID itemId, Dataset dataset, Source source, List<Rejected> rows, Instant at);

    /** Days of bars that are set aside as unexplained jumps of a source, by symbol, oldest first. */
    Map<String, List<LocalDate>> waitingBars(Source source, Collection<String> symbols);

    Optional<Run> findRun(UUID id);

    /** The run of a job that answers a tick. */
    Optional<Run> findRun(String jobName, Instant scheduledFor);

    /** Newest first. */
    List<Run> runs(@Nullable String jobName, int offset, int limit);

    long countRuns(@Nullable String jobName);

    /** In the order in which they were planned. */
    List<Item> items(UUID runId);

    /**
     * Puts an awaited item off: it counts as asked, and is asked again once its time has come.
     *
     * @return false, and nothing written, where it is not awaited, was put off that often already, or would be asked again
     *     later than {@code maxAge} after its run began
     */
    boolean defer(UUID itemId, Instant notBefore, String detail, int maxDeferrals, Duration maxAge);

    /** Items that were put off and whose time has come, longest waiting first. */
    List<UUID> deferred(Instant until, int limit);

    /** Items that were last asked for before an instant, did not end and are not put off, oldest first. */
    List<UnansweredItem> unanswered(Instant askedBefore, int limit);

    /** An item that is awaited and how often it was asked for, not counting those times that it was put off. */
    record UnansweredItem(UUID itemId, int asks) {}
}
