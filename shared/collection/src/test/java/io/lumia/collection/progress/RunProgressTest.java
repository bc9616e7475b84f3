package io.lumia.collection.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.AssetFilter;
import io.lumia.collection.CalendarGate;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.CollectionLog.UnansweredItem;
import io.lumia.collection.Coverage;
import io.lumia.collection.Item;
import io.lumia.collection.ItemResult;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.collection.LaterAnswer;
import io.lumia.collection.Origin;
import io.lumia.collection.QuarantineFilter;
import io.lumia.collection.QuarantineReview;
import io.lumia.collection.Run;
import io.lumia.collection.RunReport;
import io.lumia.collection.RunStatus;
import io.lumia.collection.SessionCount;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.PriceBasis;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import io.lumia.platform.database.Transactions;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs from their first item to their end, on a real database. */
final class RunProgressTest {

    private static final String ANNOUNCER = "test";
    private static final Instant NOW = Instant.parse("2015-01-09T23:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.parse("2015-01-09");
    private static final Origin ORIGIN = new Origin("bundle", "/data/demo", "demo");
    private static final Job JOB = new Job(
            new UUID(1, 1),
            "daily",
            "bundle",
            "/data/demo",
            List.of(Dataset.values()),
            "cron(0 18 ? * MON-FRI *)",
            "America/New_York",
            true);
    private static final Source SOURCE = new Source("bundle", "demo", NOW, PriceBasis.RAW, "USD", "CC0-1.0", "a test");

    private final FakeEventBus bus = new FakeEventBus();
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(EmbeddedDatabase.fresh().properties())
            .singletons(Clock.fixed(NOW, ZoneOffset.UTC), bus)
            .start();
    private final CollectionLog log = context.getBean(CollectionLog.class);
    private final QuarantineReview review = context.getBean(QuarantineReview.class);
    private final RunProgress progress = context.getBean(RunProgress.class);
    private int ids = 100;

    @BeforeEach
    void saveJob() {
        inTransaction(() -> {
            log.saveJob(JOB);
            return true;
        });
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void keepsAJobAsItWasSavedLast() {
        inTransaction(() -> {
            log.saveJob(new Job(
                    new UUID(9, 9),
                    "daily",
                    "bundle",
                    "/elsewhere",
                    List.of(Dataset.BARS),
                    "cron(0 19 ? * MON-FRI *)",
                    "America/New_York",
                    false));
            return true;
        });

        assertThat(log.jobs()).hasSize(1);
        assertThat(log.findJob("daily").orElseThrow().id()).isEqualTo(JOB.id());
        assertThat(log.findJob("daily").orElseThrow().location()).isEqualTo("/elsewhere");
        assertThat(log.findJob("daily").orElseThrow().datasets()).containsExactly(Dataset.BARS);
        assertThat(log.findJob("nightly")).isEmpty();
    }

    @Test
    void aDoubledTickStartsOneRun() {
        Run first = run();
        Run second = run();

        boolean started = start(first, item(first, Dataset.BARS, "IBM"));
        boolean startedAgain = start(second, item(second, Dataset.BARS, "IBM"));

        assertThat(started).isTrue();
        assertThat(startedAgain).isFalse();
        assertThat(log.countRuns("daily")).isEqualTo(1);
        assertThat(log.findRun("daily", NOW).map(Run::id)).contains(first.id());
        assertThat(bus.details("CollectRequested")).hasSize(1);
    }

    @Test
    void asksForOneStageAfterTheOther() {
        Run run = run();
        Item assets = item(run, Dataset.ASSETS, "IBM", "SPY");
        Item actions = item(run, Dataset.ACTIONS, "IBM");
        Item bars = item(run, Dataset.BARS, "IBM", "SPY");
        Item observations = item(run, Dataset.OBSERVATIONS, "DGS10");

        start(run, assets, actions, bars, observations);
        assertThat(asked()).containsExactly("assets");

        end(assets, loaded());
        assertThat(asked()).containsExactly("assets", "actions");

        end(actions, loaded());
        assertThat(asked()).containsExactly("assets", "actions", "bars", "observations");

        assertThat(end(bars, loaded())).isEmpty();
        Optional<RunReport> report = end(observations, loaded());
        assertThat(report.orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(bus.details("CollectionRunFinished")).hasSize(1);
    }

    @Test
    void asksForNothingThatRestsOnWhatFailed() {
        Run run = run();
        Item assets = item(run, Dataset.ASSETS, "IBM", "SPY", "DGS10");
        Item actionsOfIbm = item(run, Dataset.ACTIONS, "IBM");
        Item actionsOfSpy = item(run, Dataset.ACTIONS, "SPY");
        Item barsOfIbm = item(run, Dataset.BARS, "IBM");
        Item barsOfSpy = item(run, Dataset.BARS, "SPY");
        start(run, assets, actionsOfIbm, actionsOfSpy, barsOfIbm, barsOfSpy);

        end(assets, loaded());
        end(actionsOfIbm, ItemResult.failed("throttled", "wait"));
        end(actionsOfSpy, loaded());
        end(barsOfSpy, loaded());

        Run ended = log.findRun(run.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(ended.failures()).isEqualTo(Map.of("throttled", 1, "not_asked", 1));
        assertThat(log.items(run.id()).get(3).detail()).contains("actions of the same symbols failed: throttled");
    }

    @Test
    void givesUpTheWholeRunWhenItsFoundationFails() {
        Run run = run();
        Item assets = item(run, Dataset.ASSETS, "IBM");
        start(run, assets, item(run, Dataset.ACTIONS, "IBM"), item(run, Dataset.BARS, "IBM"));

        RunReport report =
                end(assets, ItemResult.failed("unreachable", "no route")).orElseThrow();

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.failures()).isEqualTo(Map.of("unreachable", 1, "not_asked", 2));
        assertThat(asked()).containsExactly("assets");
    }

    @Test
    void endingTwiceCountsOnceButAFailedItemCanBeMended() {
        Run run = run();
        Item bars = item(run, Dataset.BARS, "IBM");
        start(run, bars);

        assertThat(end(bars, ItemResult.failed("internal", "no luck"))).isPresent();
        assertThat(end(bars, ItemResult.failed("internal", "again"))).isEmpty();
        assertThat(end(bars, loaded()).orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(end(bars, ItemResult.failed("internal", "late"))).isEmpty();
        assertThat(log.findRun(run.id()).orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(bus.details("CollectionRunFinished")).hasSize(2);
    }

    @Test
    void asksAgainAndThenGivesUp() {
        Run run = run();
        start(run, item(run, Dataset.BARS, "IBM"));
        Instant later = NOW.plusSeconds(1);

        for (int ask = 2; ask <= RunProgress.MAX_ASKS; ask++) {
            UnansweredItem unanswered = log.unanswered(later, 10).getFirst();
            assertThat(unanswered.asks()).isEqualTo(ask - 1);
            inTransaction(() -> askAgain(unanswered));
        }
        UnansweredItem last = log.unanswered(later, 10).getFirst();
        inTransaction(() -> askAgain(last));

        assertThat(log.unanswered(later, 10)).isEmpty();
        assertThat(log.unanswered(NOW, 10)).isEmpty();
        progress.flush();
        assertThat(bus.details("CollectRequested")).hasSize(RunProgress.MAX_ASKS);
        assertThat(log.findRun(run.id()).orElseThrow().failures()).isEqualTo(Map.of("no_answer", 1));
    }

    @Test
    void remembersUpToWhenASymbolWasCollectedWithoutAHole() {
        Run run = run();
        Item all = item(run, Dataset.BARS, "IBM");
        Item failed = item(run, Dataset.BARS, "SPY");
        Item withHole = new Item(
                id(),
                run.id(),
                Dataset.BARS,
                List.of("GE"),
                null,
                LocalDate.parse("2010-01-04"),
                FRIDAY,
                ItemStatus.PLANNED,
                null,
                null);
        Item stranger = item(run, Dataset.BARS, "ZZZ");
        start(run, all, failed, withHole, stranger);

        end(all, loaded());
        end(failed, ItemResult.failed("throttled", "wait"));
        end(withHole, loaded());
        end(
                stranger,
                new ItemResult(
                        ItemStatus.UNCHANGED,
                        "fetched",
                        "",
                        1,
                        0,
                        0,
                        Map.of("unknown_symbol", 1L),
                        SessionCount.NONE,
                        Set.of("ZZZ"),
                        NOW));

        assertThat(log.coverage("daily", ORIGIN, Dataset.BARS))
                .isEqualTo(Map.of("IBM", new Coverage(FRIDAY, true), "ZZZ", new Coverage(FRIDAY, false)));
        assertThat(log.coverage("daily", new Origin("bundle", "/other", "demo"), Dataset.BARS))
                .isEmpty();
    }

    @Test
    void namesWhatALaterAnswerHasBrought() {
        Run run = run();
        Item older = item(run, Dataset.BARS, "IBM", "SPY");
        Item newer = item(run, Dataset.BARS, "SPY");
        start(run, older, newer);
        end(newer, loaded());

        List<LaterAnswer> later = inTransaction(() -> log.laterAnswers(older.id(), NOW.minusSeconds(60)));
        List<LaterAnswer> sameTime = inTransaction(() -> log.laterAnswers(older.id(), NOW));

        assertThat(later).containsExactly(new LaterAnswer("SPY", null, FRIDAY));
        assertThat(later.getFirst().covers(FRIDAY)).isTrue();
        assertThat(later.getFirst().covers(FRIDAY.plusDays(1))).isFalse();
        assertThat(sameTime).isEmpty();
    }

    @Test
    void keepsTheSameBadRowOncePerReason() {
        Run run = run();
        Item bars = item(run, Dataset.BARS, "IBM");
        start(run, bars);
        Rejected saturday = rejected("IBM", LocalDate.parse("2015-01-03"), "IBM,2015-01-03,1");
        Rejected undated = rejected("IBM", null, "IBM,no\u0000date,\uD800");

        int first = quarantine(bars, saturday, undated, undated);
        int second = quarantine(bars, saturday, undated);

        assertThat(first).isEqualTo(2);
        assertThat(second).isZero();
        assertThat(review.count(of("IBM"))).isEqualTo(2);
        assertThat(review.count(of("SPY"))).isZero();
        assertThat(review.page(of("IBM"), 0, 10).getFirst().rejected().row()).isEqualTo("IBM,no\uFFFDdate,\uFFFD");
        assertThat(review.page(QuarantineFilter.ALL, 1, 10).getFirst().rejected())
                .isEqualTo(saturday);
    }

    private static QuarantineFilter of(String symbol) {
        return new QuarantineFilter(symbol, null, null, null, null, null, null);
    }

    @Test
    void sumsUpARunFromItsItems() {
        Run run = run();
        Item one = item(run, Dataset.BARS, "IBM");
        Item two = item(run, Dataset.BARS, "SPY");
        start(run, one, two);

        end(one, result(10, 8, 1, Map.of("duplicate", 1L), new SessionCount(9, 9)));
        RunReport report = end(
                        two, result(5, 3, 0, Map.of("duplicate", 1L, "not_a_session", 1L), new SessionCount(9, 3)))
                .orElseThrow();

        assertThat(report.rowsReceived()).isEqualTo(15);
        assertThat(report.rowsLoaded()).isEqualTo(11);
        assertThat(report.rowsUnchanged()).isEqualTo(1);
        assertThat(report.quarantined()).isEqualTo(Map.of("duplicate", 2L, "not_a_session", 1L));
        assertThat(report.completeness()).isEqualTo(12.0 / 18);
        assertThat(log.runs("daily", 0, 10))
                .containsExactly(log.findRun(run.id()).orElseThrow());
        assertThat(log.runs("other", 0, 10)).isEmpty();
    }

    @Test
    void keepsEveryFieldOfAJob() {
        Job job = new Job(
                id(),
                "daily-currencies",
                "reference rates",
                "ecb",
                List.of("frankfurter"),
                "",
                List.of(Dataset.ASSETS, Dataset.BARS),
                AssetFilter.of(AssetType.FOREX, "eurusd", "EURJPY"),
                new JobMode.Batch(LocalDate.parse("2020-01-02"), null),
                new JobSchedule.Interval(
                        Duration.ofMinutes(15),
                        new CalendarGate(ExchangeCalendar.UNITED_STATES, CalendarGate.During.MARKET_HOURS)),
                List.of("daily"),
                new JobLimits(10, 20, Duration.ofHours(3)),
                true);

        inTransaction(() -> {
            log.saveJob(job);
            return true;
        });

        assertThat(log.findJob("daily-currencies")).contains(job);
        assertThat(job.assets().symbols()).containsExactly("EURUSD", "EURJPY");
    }

    @Test
    void aDeletedJobLeavesItsRunsAndItsName() {
        Run run = run();
        start(run, item(run, Dataset.BARS, "IBM"));

        assertThat(inTransaction(() -> log.deleteJob("daily", NOW))).isTrue();
        assertThat(inTransaction(() -> log.deleteJob("daily", NOW))).isFalse();

        assertThat(log.findJob("daily")).isEmpty();
        assertThat(log.findRun(run.id())).isPresent();
        saveJob();
        assertThat(log.findJob("daily")).isPresent();
    }

    @Test
    void tellsOfARunThatWasSkipped() {
        Run orphan = run().skipped("the run before it was still at work");
        assertThat(inTransaction(() -> progress.skip(ANNOUNCER, orphan, ORIGIN)))
                .isTrue();
        assertThat(inTransaction(() -> progress.skip(ANNOUNCER, orphan, ORIGIN)))
                .isFalse();

        progress.flush();
        assertThat(log.findRun(orphan.id()).orElseThrow().status()).isEqualTo(RunStatus.SKIPPED);
        assertThat(log.findRun(orphan.id()).orElseThrow().note()).isEqualTo("the run before it was still at work");
        assertThat(bus.details("CollectionRunFinished"))
                .hasSize(1)
                .first()
                .asString()
                .contains("skipped");
    }

    @Test
    void aCancelledRunEndsWithTheItemsThatWereStillOpen() {
        Run run = run();
        Item done = item(run, Dataset.BARS, "IBM");
        Item open = item(run, Dataset.BARS, "SPY");
        start(run, done, open);
        end(done, loaded());

        RunReport report = inTransaction(() -> progress.cancel(ANNOUNCER, run.id(), "by hand"))
                .orElseThrow();

        assertThat(report.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(report.failures()).isEqualTo(Map.of("cancelled", 1));
        assertThat(inTransaction(() -> progress.cancel(ANNOUNCER, run.id(), "again")))
                .isEmpty();
        end(open, loaded());
        assertThat(log.findRun(run.id()).orElseThrow().status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void findsRunsThatAreOpenForLongerThanTheirJobAllows() {
        Run run = run();
        start(run, item(run, Dataset.BARS, "IBM"));

        assertThat(log.overdueRuns(NOW.plus(JobLimits.USUAL.maxDuration()))).isEmpty();
        assertThat(log.overdueRuns(NOW.plus(JobLimits.USUAL.maxDuration()).plusSeconds(1)))
                .extracting(Run::id)
                .containsExactly(run.id());
        assertThat(log.openRuns("daily")).hasSize(1);
    }

    private static ItemResult loaded() {
        return result(1, 1, 0, Map.of(), SessionCount.NONE);
    }

    private static ItemResult result(
            long received, long loaded, long unchanged, Map<String, Long> quarantined, SessionCount sessions) {
        return new ItemResult(
                ItemStatus.LOADED, "fetched", "", received, loaded, unchanged, quarantined, sessions, Set.of(), NOW);
    }

    private static Rejected rejected(String symbol, @Nullable LocalDate date, String row) {
        return new Rejected(2, symbol, date, QuarantineReason.NOT_A_SESSION, row, "not believed");
    }

    private int quarantine(Item item, Rejected... rows) {
        return inTransaction(() -> log.quarantine(item.id(), Dataset.BARS, SOURCE, List.of(rows), NOW));
    }

    private boolean start(Run run, Item... items) {
        boolean started = inTransaction(() -> progress.start(ANNOUNCER, run, ORIGIN, List.of(items)));
        progress.flush();
        return started;
    }

    private Optional<RunReport> end(Item item, ItemResult result) {
        Optional<RunReport> report = inTransaction(() -> progress.end(ANNOUNCER, item.id(), result));
        progress.flush();
        return report;
    }

    private boolean askAgain(UnansweredItem item) {
        progress.askAgainOrGiveUp(ANNOUNCER, item);
        return true;
    }

    private List<String> asked() {
        List<String> datasets = new ArrayList<>();
        progress.flush();
        for (String detail : bus.details("CollectRequested")) {
            datasets.add(detail.replaceAll(".*\"dataset\": \"([a-z]+)\".*", "$1"));
        }
        return datasets;
    }

    private Run run() {
        return Run.starting(id(), "daily", "schedule", NOW, null, FRIDAY, NOW, 1);
    }

    private Item item(Run run, Dataset dataset, String... symbols) {
        return Item.planned(id(), run.id(), dataset, List.of(symbols), null, FRIDAY);
    }

    private UUID id() {
        return new UUID(7, ids++);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return context.getBean(Transactions.class).inTransaction(work);
    }
}
