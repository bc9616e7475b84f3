package io.lumia.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.collection.AssetFilter;
import io.lumia.collection.CalendarGate;
import io.lumia.collection.CalendarGate.During;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.collection.Run;
import io.lumia.collection.jobs.JobTemplates;
import io.lumia.collection.jobs.SaveJob;
import io.lumia.functions.plancollection.PlanCollection;
import io.lumia.functions.plancollection.PlanRequest;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.queue.QueueClient;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.schedule.Timetable.Tick;
import io.lumia.local.time.SimulatedClock;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.platform.database.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A running installation in this process whose web providers are stubs on this machine, by a clock that a test sets. */
final class StubbedRuntime implements AutoCloseable {

    static final String JOB = "stub-prices";

    private static final List<String> ALL_QUEUED =
            List.of("plan-collection", "collect", "load", "compute-signals", "deliver-webhooks");
    private static final Duration LONGEST_RUN = Duration.ofMinutes(4);
    private static final String ANY_NUMBER_OF_CALLS = "100000/1s";
    private static final int PER_PAGE = 200;
    private static final int MOST_PAGES = 50;

    private final LocalRuntime runtime;
    private final SimulatedClock clock;

    private StubbedRuntime(LocalRuntime runtime, SimulatedClock clock) {
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Asks Yahoo and Cboe at an endpoint on this machine, as often as it likes. */
    static StubbedRuntime start(Path folder, SimulatedClock clock, String endpoint) {
        return start(folder, clock, endpoint, ALL_QUEUED);
    }

    /** @param polled functions that have pollers; messages to others stay where they are */
    static StubbedRuntime start(Path folder, SimulatedClock clock, String endpoint, List<String> polled) {
        System.setProperty(
                "lumia.programs",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        System.setProperty("lumia.providers.allow-loopback", "true");
        for (String provider : List.of("yahoo", "cboe")) {
            System.setProperty("lumia.providers.%s.endpoint".formatted(provider), endpoint);
            System.setProperty("lumia.providers.%s.quotas".formatted(provider), ANY_NUMBER_OF_CALLS);
        }
        LocalRuntime runtime = LocalRuntime.start(
                new LocalRuntime.Setting(new DataFolder(folder), "test", clock, clock.instant(), null));
        runtime.startPollers(polled);
        return new StubbedRuntime(runtime, clock);
    }

    /** Prices of shares at 18:00 New York on sessions: from Yahoo, or else from Cboe. */
    void saveJob(String... symbols) {
        saveJob(JOB, List.of(Dataset.ASSETS, Dataset.BARS), symbols);
    }

    /** The same under a name and of some datasets. */
    void saveJob(String name, List<Dataset> datasets, String... symbols) {
        runtime.functions()
                .bean(SaveJob.class)
                .save(new Job(
                        JobTemplates.idOf(name),
                        name,
                        "Prices of a market that a test makes up",
                        "yahoo",
                        List.of("cboe"),
                        "",
                        datasets,
                        new AssetFilter(Set.of(AssetType.STOCK), List.of(symbols)),
                        JobMode.INCREMENTAL,
                        new JobSchedule.Cron(
                                "cron(0 18 ? * MON-FRI *)",
                                "America/New_York",
                                new CalendarGate(ExchangeCalendar.UNITED_STATES, During.SESSION_DAYS)),
                        List.of(),
                        JobLimits.USUAL,
                        true));
    }

    /** Has the job run now, and waits for what follows from it. */
    void runNow(String trigger) {
        runNow(JOB, trigger);
    }

    /** Returns the run. */
    Run runNow(String job, String trigger) {
        Run planned = plan(job, trigger);
        awaitIdle();
        return run(planned.id());
    }

    /** Has a run planned, and does not wait for it. */
    Run plan(String job, String trigger) {
        Instant now = clock.instant();
        runtime.functions().bean(PlanCollection.class).plan(new PlanRequest(job, now, null, null, trigger));
        CollectionLog log = bean(CollectionLog.class);
        return bean(Transactions.class)
                .inTransaction(() -> log.findRun(job, now))
                .orElseThrow(() -> new AssertionError(job + " had nothing to do at " + now));
    }

    Run run(UUID id) {
        CollectionLog log = bean(CollectionLog.class);
        return bean(Transactions.class).inTransaction(() -> log.findRun(id)).orElseThrow();
    }

    QueueClient queues() {
        return runtime.queues();
    }

    FunctionHost functions() {
        return runtime.functions();
    }

    /** In the order of planning. */
    List<Item> itemsOf(UUID runId) {
        CollectionLog log = bean(CollectionLog.class);
        return bean(Transactions.class).inTransaction(() -> log.items(runId));
    }

    /** The job's own ticks after one instant and up to another. */
    List<Tick> ticks(Instant after, Instant upTo) {
        return runtime.timetable().between(after, upTo).stream()
                .filter(tick -> tick.schedule().spec().isPresent())
                .toList();
    }

    /** Lets the clock stand at a tick, fires it, and waits for what follows from it. */
    void live(Tick tick) {
        clock.set(tick.at());
        runtime.fire(tick);
        awaitIdle();
    }

    void awaitIdle() {
        runtime.pipeline().awaitIdle(LONGEST_RUN, () -> {});
    }

    <T> T bean(Class<T> type) {
        return runtime.functions().bean(type);
    }

    JsonNode get(String path, Map<String, String> query) {
        return runtime.functions().get("/api/v1" + path, query).path("data");
    }

    /** All entries of a list that comes in pages. */
    List<JsonNode> all(String path) {
        List<JsonNode> all = new ArrayList<>();
        long pages = 1;
        for (int page = 1; page <= Math.min(pages, MOST_PAGES); page++) {
            JsonNode answer = runtime.functions()
                    .get(
                            "/api/v1" + path,
                            Map.of("page", Integer.toString(page), "per_page", Integer.toString(PER_PAGE)));
            answer.path("data").forEach(all::add);
            pages = answer.path("pagination").path("total_pages").asLong();
        }
        return all;
    }

    /** Oldest first. */
    List<JsonNode> runs() {
        return all("/collection/runs").reversed();
    }

    /** The first 200 items of a run. */
    List<JsonNode> items(JsonNode run) {
        List<JsonNode> items = new ArrayList<>();
        get("/collection/runs/" + run.path("id").asText(), Map.of("per_page", Integer.toString(PER_PAGE)))
                .path("items")
                .forEach(items::add);
        return items;
    }

    @Override
    public void close() {
        runtime.close();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("lumia.providers."))
                .forEach(System::clearProperty);
    }
}
