package io.lumia.collection.progress;

import io.lumia.collection.Asking;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.CollectionLog.UnansweredItem;
import io.lumia.collection.Item;
import io.lumia.collection.ItemResult;
import io.lumia.collection.Origin;
import io.lumia.collection.Run;
import io.lumia.collection.RunReport;
import io.lumia.events.collectionrunfinished.v1.CollectionRunFinished;
import io.lumia.events.collectrequested.v1.CollectRequested;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.metrics.Gauge;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.time.NamedIds;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves runs on. Every method runs inside the caller's transaction; the caller flushes the outbox after it has committed.
 *
 * <pre>
 * start ─► ask stage 1 ─► … each item ends ─► ask stage 2 ─► … ─► ask stage 3 ─► … ─► finished, announced
 * </pre>
 */
@Singleton
@Requires(beans = CollectionLog.class)
public final class RunProgress {

    /** How often an item is asked for before its run goes on without it. */
    public static final int MAX_ASKS = 3;

    /** How often an item is put off because its provider wants us to wait, before that is how it ended. */
    public static final int MAX_DEFERRALS = 12;

    /** Since the run's start: an item that would be asked for later than this ends instead. */
    public static final Duration MAX_DEFERRED_AGE = Duration.ofHours(36);

    /** A provider that names a shorter time would be asked again at once. */
    static final Duration SHORTEST_DEFERRAL = Duration.ofMinutes(1);

    /** What {@code function.json} of the collector subscribes to. */
    public static final String COLLECT_REQUESTED = "CollectRequested";

    private static final int EVENTS_PER_FLUSH = 100;
    private static final int MAX_FLUSH_ROUNDS = 100;
    private static final String RUN_FINISHED = "CollectionRunFinished";
    private static final String NO_ANSWER = "no_answer";
    private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);

    private final CollectionLog log;
    private final Outbox outbox;
    private final JsonCodec json;
    private final Clock clock;
    private final Metrics metrics;

    public RunProgress(CollectionLog log, Outbox outbox, JsonCodec json, Clock clock, Metrics metrics) {
        this.log = log;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Stores a run and asks for its first stage. False, and nothing done, when its tick has a run already.
     *
     * @param announcer event source, such as {@code lumia.plan-collection}
     */
    public boolean start(String announcer, Run run, Origin origin, List<Item> items) {
        boolean started = log.start(run, origin, items);
        if (started) {
            goOn(announcer, run.id());
        }
        return started;
    }

    /** Stores a run that is not to begin, and tells so, since others may follow it. False when its tick has a run already. */
    public boolean skip(String announcer, Run run, Origin origin) {
        boolean isNew = log.start(run, origin, List.of());
        if (isNew) {
            announceEnd(announcer, RunReport.of(run), clock.instant());
        }
        return isNew;
    }

    /** Ends a run before its time; its items that did not end are ended as cancelled. Empty when it had ended. */
    public Optional<RunReport> cancel(String announcer, UUID runId, String why) {
        Instant now = clock.instant();
        Optional<RunReport> report = log.cancel(runId, why, now).map(RunReport::of);
        report.ifPresent(cancelled -> announceEnd(announcer, cancelled, now));
        return report;
    }

    /** Ends an item, asks for the next stage when its stage ended with it, finishes the run when that was the last. */
    public Optional<RunReport> end(String announcer, UUID itemId, ItemResult result) {
        return log.end(itemId, result, clock.instant()).flatMap(runId -> goOn(announcer, runId));
    }

    /**
     * Puts an awaited item off, since its provider wants us to wait. False, and nothing done, once it was put off
     * {@link #MAX_DEFERRALS} times or would be older than {@link #MAX_DEFERRED_AGE}; it should end then.
     */
    public boolean defer(UUID itemId, Duration wait, String detail) {
        Duration longer = wait.compareTo(SHORTEST_DEFERRAL) < 0 ? SHORTEST_DEFERRAL : wait;
        Instant notBefore = clock.instant().plus(longer);
        return log.defer(itemId, notBefore, detail, MAX_DEFERRALS, MAX_DEFERRED_AGE);
    }

    /** Asks again for an item whose time to wait is over. */
    public void askDeferred(String announcer, UUID itemId) {
        log.askAgain(itemId, clock.instant()).ifPresent(asking -> request(announcer, asking));
    }

    /** Asks again for an item that did not end; ends it as failed once it was asked for {@link #MAX_ASKS} times. */
    public void askAgainOrGiveUp(String announcer, UnansweredItem item) {
        if (item.asks() < MAX_ASKS) {
            log.askAgain(item.itemId(), clock.instant()).ifPresent(asking -> request(announcer, asking));
        } else {
            String detail = "no answer arrived though it was asked for %d times".formatted(item.asks());
            end(announcer, item.itemId(), ItemResult.failed(NO_ANSWER, detail));
        }
    }

    /** Sends what waits in the outbox; outside any transaction, after each that moved a run. */
    public void flush() {
        for (int round = 0; round < MAX_FLUSH_ROUNDS; round++) {
            if (outbox.flush(EVENTS_PER_FLUSH) < EVENTS_PER_FLUSH) {
                return;
            }
        }
        LOG.warn("events still wait after {} were sent; the next step sends on", MAX_FLUSH_ROUNDS * EVENTS_PER_FLUSH);
    }

    private Optional<RunReport> goOn(String announcer, UUID runId) {
        Instant now = clock.instant();
        log.askNextStage(runId, now).forEach(asking -> request(announcer, asking));
        Optional<RunReport> report = log.finish(runId, now).map(RunReport::of);
        report.ifPresent(finished -> announceEnd(announcer, finished, now));
        return report;
    }

    private void request(String announcer, Asking asking) {
        Item item = asking.item();
        UUID messageId = NamedIds.of(item.id(), "collect-requested-" + asking.attempt());
        CollectRequested request = new CollectRequested(
                messageId,
                item.runId(),
                item.id(),
                asking.origin().provider(),
                asking.origin().location(),
                item.dataset().code(),
                item.symbols(),
                item.from(),
                item.to(),
                asking.asOf(),
                item.assetType() == null ? null : item.assetType().code(),
                asking.origin().fallbacks());
        outbox.add(messageId, new Announcement(announcer, COLLECT_REQUESTED, json.write(request)));
    }

    /** A run that a replayed message mended is announced again, with its new numbers. */
    private void announceEnd(String announcer, RunReport report, Instant at) {
        UUID eventId = NamedIds.of(
                report.runId(),
                "run-%s-with-%d-failed".formatted(report.status().code(), report.failed()));
        CollectionRunFinished event = new CollectionRunFinished(
                eventId,
                report.runId(),
                report.jobName(),
                report.status().code(),
                report.asked(),
                report.failed(),
                report.rowsLoaded(),
                report.rowsUnchanged(),
                report.quarantined(),
                report.completeness(),
                report.seconds(),
                at);
        outbox.add(eventId, new Announcement(announcer, RUN_FINISHED, json.write(event)));
        tell(report);
    }

    private void tell(RunReport report) {
        Double completeness = report.completeness();
        if (completeness != null) {
            metrics.set(Gauge.RUN_COMPLETENESS, completeness);
        }
        if (report.isCompleteEnough()) {
            LOG.info("{}", report.summary());
        } else {
            LOG.warn("too few bars: {}", report.summary());
        }
    }
}
