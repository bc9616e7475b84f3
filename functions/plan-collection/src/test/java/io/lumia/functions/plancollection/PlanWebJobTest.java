package io.lumia.functions.plancollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lumia.collection.Alarms;
import io.lumia.collection.AssetFilter;
import io.lumia.collection.CalendarGate;
import io.lumia.collection.CallLedger;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.ItemResult;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.collection.SessionCount;
import io.lumia.collection.jobs.JobTemplates;
import io.lumia.collection.progress.RunProgress;
import io.lumia.events.collectionrunfinished.v1.CollectionRunFinished;
import io.lumia.functions.plancollection.PlanOutcome.NothingToDo;
import io.lumia.functions.plancollection.PlanOutcome.Planned;
import io.lumia.functions.plancollection.PlanOutcome.Skipped;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Transactions;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What web jobs ask for, and when, on a real database. Friday 20 November 2026, two hours after New York's close. */
final class PlanWebJobTest {

    private static final Instant EVENING = Instant.parse("2026-11-20T23:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
    private static final Source SOURCE =
            new Source("prices", "Stub prices", Instant.EPOCH, PriceBasis.RAW, "USD", "none", "a test");

    private final FakeEventBus bus = new FakeEventBus();
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(EmbeddedDatabase.fresh().properties())
            .singletons(
                    Clock.fixed(EVENING, ZoneOffset.UTC),
                    bus,
                    new FakeWebAdapter("prices"),
                    new FakeWebAdapter("second"))
            .start();
    private final CollectionLog log = context.getBean(CollectionLog.class);
    private final PlanCollection plan = context.getBean(PlanCollection.class);
    private int ids;

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void describesStrangersFirstAndAsksForAllTheirHistory() {
        save(job("daily", List.of()));

        Run run = planned(tick("daily", EVENING));

        assertThat(log.items(run.id()))
                .extracting(Item::dataset, Item::symbols, Item::assetType, Item::from, Item::to, Item::status)
                .containsExactly(
                        tuple(Dataset.ASSETS, List.of("AAPL"), AssetType.STOCK, null, FRIDAY, ItemStatus.ASKED),
                        tuple(Dataset.BARS, List.of("AAPL"), AssetType.STOCK, null, FRIDAY, ItemStatus.PLANNED));
    }

    @Test
    void asksForHolesAndTheEndOnly() {
        know("AAPL", List.of("2026-10-07", "2026-11-19", "2026-11-20"));
        save(job("daily", List.of()));

        Run run = planned(tick("daily", EVENING));

        assertThat(log.items(run.id()))
                .extracting(Item::dataset, Item::from, Item::to)
                .containsExactly(
                        tuple(Dataset.BARS, LocalDate.parse("2026-10-07"), LocalDate.parse("2026-10-07")),
                        tuple(Dataset.BARS, LocalDate.parse("2026-11-12"), FRIDAY));
    }

    @Test
    void asksForNothingWhereNothingIsMissing() {
        know("AAPL", List.of());
        save(job("daily", List.of()));

        assertThat(tick("daily", EVENING)).isInstanceOf(NothingToDo.class);
        assertThat(log.countRuns("daily")).isZero();
    }

    @Test
    void aFeedThatIsReadAsAWholeIsOneRequestWhoeverItIsAbout() {
        save(feed("https://example.net/feed.xml", "AAPL", "MSFT"));

        Run run = planned(tick("feed", EVENING));

        assertThat(log.items(run.id()))
                .extracting(Item::dataset, Item::symbols, Item::from, Item::to)
                .containsExactly(
                        tuple(Dataset.ARTICLES, List.of(Dataset.ANY_SYMBOL), LocalDate.parse("2026-11-17"), FRIDAY));
    }

    @Test
    void aFeedOfEachSymbolIsAskedSymbolBySymbolWhetherOurBooksHaveItOrNot() {
        know("AAPL", List.of());
        save(feed("https://example.net/{symbol}.xml", "AAPL", "MSFT"));

        Run run = planned(tick("feed", EVENING));

        assertThat(log.items(run.id()))
                .extracting(Item::dataset, Item::symbols, Item::to)
                .containsExactly(
                        tuple(Dataset.ARTICLES, List.of("AAPL"), FRIDAY),
                        tuple(Dataset.ARTICLES, List.of("MSFT"), FRIDAY));
    }

    @Test
    void aBackfillAsksForWhatLiesBeforeTheFirstBarAndForHolesInItsRange() {
        know("AAPL", List.of("2026-10-07", "2026-11-19", "2026-11-20"));
        forgetBirth("AAPL");
        save(job("daily", List.of()));

        Run run = planned(plan.plan(new PlanRequest(
                        "daily", EVENING, LocalDate.parse("2026-06-01"), LocalDate.parse("2026-10-30"), "backfill"))
                .getFirst());

        assertThat(log.items(run.id()))
                .extracting(Item::from, Item::to)
                .containsExactly(
                        tuple(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-07-31")),
                        tuple(LocalDate.parse("2026-10-07"), LocalDate.parse("2026-10-07")));
    }

    @Test
    void aHoleThatThreeAnswersConfirmedIsNotAskedForAgain() {
        know("AAPL", List.of("2026-10-07"));
        save(job("daily", List.of()));
        for (int minute = 0; minute < ConfirmedHoles.ASKED_ENOUGH; minute++) {
            Run run = planned(tick("daily", EVENING.plusSeconds(60L * minute)));
            log.items(run.id()).forEach(item -> end(item, ItemStatus.UNCHANGED));
        }

        assertThat(tick("daily", EVENING.plusSeconds(600))).isInstanceOf(NothingToDo.class);
    }

    @Test
    void aPauseAndTheCalendarHoldTicksUpButNotAPerson() {
        save(job("daily", List.of()).withEnabled(false));
        assertThat(tick("daily", EVENING)).isInstanceOf(NothingToDo.class);
        assertThat(plan.plan(PlanRequest.manual("daily", EVENING)).getFirst()).isInstanceOf(Planned.class);

        save(job("weekend", List.of()));
        assertThat(tick("weekend", Instant.parse("2026-11-21T23:00:00Z"))).isInstanceOf(NothingToDo.class);
    }

    @Test
    void aTickWhoseRunBeforeIsStillOpenIsSkippedAndSaysSo() {
        save(job("daily", List.of()));
        Run open = planned(tick("daily", EVENING));

        Skipped skipped = (Skipped) tick("daily", EVENING.plusSeconds(60));

        assertThat(skipped.why()).contains(open.id().toString()).contains("still open");
        assertThat(log.findRun(skipped.runId()).orElseThrow().status()).isEqualTo(RunStatus.SKIPPED);
    }

    @Test
    void aFollowerBeginsWhenItsParentHasSucceeded() {
        save(job("prices", List.of()));
        save(onDemand("signals-input", List.of("prices")));
        Run parent = planned(tick("prices", EVENING));
        endAll(parent, ItemStatus.LOADED);

        follow(parent);
        follow(parent);

        Run follower = log.runs("signals-input", 0, 10).getFirst();
        assertThat(log.countRuns("signals-input")).isEqualTo(1);
        assertThat(follower.trigger()).isEqualTo("dependency");
        assertThat(follower.parentRunId()).isEqualTo(parent.id());
        assertThat(follower.scheduledFor()).isEqualTo(parent.scheduledFor());
    }

    @Test
    void aFollowerOfAFailedOrSkippedParentIsSkippedAndSoIsItsOwn() {
        save(job("prices", List.of()));
        save(onDemand("second", List.of("prices")));
        save(onDemand("third", List.of("second")));
        Run parent = planned(tick("prices", EVENING));
        endAll(parent, ItemStatus.FAILED);

        follow(parent);
        Run second = log.runs("second", 0, 1).getFirst();
        follow(second);

        assertThat(second.status()).isEqualTo(RunStatus.SKIPPED);
        assertThat(second.note()).contains("prices").contains("failed");
        assertThat(second.parentRunId()).isEqualTo(parent.id());
        assertThat(log.runs("third", 0, 1).getFirst().status()).isEqualTo(RunStatus.SKIPPED);
        assertThat(log.runs("third", 0, 1).getFirst().note()).contains("second").contains("skipped");
    }

    @Test
    void failuresInARowRaiseOneAlarmAndASuccessClosesIt() {
        save(job("prices", List.of()));
        Alarms alarms = context.getBean(Alarms.class);
        for (int i = 0; i < RepeatedFailures.TIMES_IN_A_ROW + 1; i++) {
            Run run = planned(tick("prices", EVENING.plusSeconds(60L * i)));
            endAll(run, ItemStatus.FAILED);
            follow(run);
        }

        assertThat(alarms.open()).hasSize(1);
        assertThat(alarms.open().getFirst().subject()).isEqualTo("job:prices");
        assertThat(alarms.open().getFirst().times()).isEqualTo(2);
        assertThat(bus.announced.stream().filter(event -> event.detailType().equals("CollectionAlarmRaised")))
                .hasSize(1);
        assertThat(log.findJob("prices").orElseThrow().enabled())
                .as("nothing is disabled")
                .isTrue();

        Run good = planned(tick("prices", EVENING.plusSeconds(3600)));
        endAll(good, ItemStatus.LOADED);
        follow(good);
        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void whatIsOpenForLongerThanTheJobAllowsIsGivenUp() {
        Job job = job("prices", List.of());
        save(job);
        Run run = planned(tick("prices", EVENING));
        Clock later = Clock.fixed(EVENING.plus(job.limits().maxDuration()).plusSeconds(1), ZoneOffset.UTC);

        new KeepHouse(
                        context.getBean(ResumeCollection.class),
                        log,
                        context.getBean(RunProgress.class),
                        context.getBean(CallLedger.class),
                        context.getBean(Transactions.class),
                        context.getBean(MeasureDataAge.class),
                        later)
                .keep();

        Run ended = log.findRun(run.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.failures()).containsKey(KeepHouse.RUN_TOO_LONG);
    }

    private PlanOutcome tick(String job, Instant at) {
        return plan.plan(new PlanRequest(job, at, null, null, "schedule")).getFirst();
    }

    private Run planned(PlanOutcome outcome) {
        assertThat(outcome).isInstanceOf(Planned.class);
        return log.findRun(((Planned) outcome).runId()).orElseThrow();
    }

    private void follow(Run run) {
        Run ended = log.findRun(run.id()).orElseThrow();
        context.getBean(FollowRun.class)
                .followUp(new CollectionRunFinished(
                        new UUID(5, ids++),
                        ended.id(),
                        ended.jobName(),
                        ended.status().code(),
                        ended.asked(),
                        ended.failed(),
                        0,
                        0,
                        Map.of(),
                        null,
                        1,
                        EVENING));
    }

    private void endAll(Run run, ItemStatus status) {
        for (int stage = 0; stage < 3; stage++) {
            log.items(run.id()).stream()
                    .filter(item -> item.status() == ItemStatus.ASKED)
                    .forEach(item -> end(item, status));
        }
        assertThat(log.findRun(run.id()).orElseThrow().finishedAt()).isNotNull();
    }

    private void end(Item item, ItemStatus status) {
        context.getBean(Transactions.class).inTransaction(() -> {
            context.getBean(RunProgress.class)
                    .end("test", item.id(), ItemResult.withoutRows(status, status.code(), "", SessionCount.NONE));
        });
    }

    private void save(Job job) {
        context.getBean(Transactions.class).inTransaction(() -> log.saveJob(job));
    }

    private static Job onDemand(String name, List<String> after) {
        Job job = job(name, after);
        return new Job(
                job.id(),
                name,
                "",
                job.provider(),
                job.fallbacks(),
                "",
                job.datasets(),
                job.assets(),
                job.mode(),
                JobSchedule.ON_DEMAND,
                after,
                job.limits(),
                true);
    }

    private static Job feed(String location, String... symbols) {
        Job job = job("feed", List.of());
        return new Job(
                job.id(),
                job.name(),
                "",
                job.provider(),
                List.of(),
                location,
                List.of(Dataset.ARTICLES),
                AssetFilter.of(AssetType.STOCK, symbols),
                job.mode(),
                job.schedule(),
                List.of(),
                job.limits(),
                true);
    }

    private static Job job(String name, List<String> after) {
        return new Job(
                JobTemplates.idOf(name),
                name,
                "",
                "prices",
                List.of("second"),
                "",
                List.of(Dataset.ASSETS, Dataset.BARS),
                AssetFilter.of(AssetType.STOCK, "AAPL"),
                JobMode.INCREMENTAL,
                new JobSchedule.Cron(
                        "cron(0 18 ? * MON-FRI *)",
                        "America/New_York",
                        new CalendarGate(ExchangeCalendar.UNITED_STATES, CalendarGate.During.SESSION_DAYS)),
                after,
                new JobLimits(100, 100, Duration.ofHours(6)),
                true);
    }

    /** A source that does not say when an asset began. */
    private void forgetBirth(String symbol) {
        context.getBean(Transactions.class).inTransaction(() -> {
            Asset asset = context.getBean(AssetCatalog.class)
                    .find(Symbol.parse(symbol), null)
                    .orElseThrow();
            AssetDefinition known = asset.definition();
            context.getBean(AssetCatalog.class)
                    .merge(
                            List.of(new AssetDefinition(
                                    known.symbol(),
                                    known.name(),
                                    known.type(),
                                    known.exchangeMic(),
                                    known.currency(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    "",
                                    Map.of())),
                            SOURCE);
        });
    }

    /** Puts a stock with a bar of every session since August into the books, but for some days. */
    private void know(String symbol, List<String> without) {
        LocalDate first = LocalDate.parse("2026-08-03");
        Set<LocalDate> missing = without.stream().map(LocalDate::parse).collect(java.util.stream.Collectors.toSet());
        context.getBean(Transactions.class).inTransaction(() -> {
            AssetCatalog catalog = context.getBean(AssetCatalog.class);
            catalog.merge(
                    List.of(new AssetDefinition(
                            Symbol.parse(symbol),
                            symbol,
                            AssetType.STOCK,
                            "XNAS",
                            "USD",
                            null,
                            null,
                            null,
                            null,
                            first,
                            null,
                            "",
                            Map.of())),
                    SOURCE);
            Asset asset = catalog.find(Symbol.parse(symbol), null).orElseThrow();
            List<DailyBar> bars = ExchangeCalendar.UNITED_STATES.sessions(first, FRIDAY).stream()
                    .filter(day -> !missing.contains(day))
                    .map(day -> new DailyBar(day, 10, 11, 9, 10, 1000, Double.NaN, 0))
                    .toList();
            context.getBean(FactStore.class)
                    .mergeBars(new BatchStamp(new UUID(1, 1), SOURCE, EVENING), Map.of(asset, bars));
        });
    }
}
