package io.lumia.recommendation.backtest.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.events.backtestrequested.v1.BacktestRequested;
import io.lumia.kernel.AppException;
import io.lumia.platform.event.EventBus;
import io.lumia.platform.json.JsonCodec;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.backtest.Backtest;
import io.lumia.recommendation.backtest.BacktestQuestion;
import io.lumia.recommendation.backtest.BacktestReport;
import io.lumia.recommendation.backtest.BacktestState;
import io.lumia.recommendation.backtest.InMemoryHistory;
import io.lumia.recommendation.backtest.MarketHistory;
import io.lumia.recommendation.backtest.ReportMaker;
import io.lumia.recommendation.backtest.SyntheticHistory;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.request.RequestDraft;
import io.lumia.recommendation.request.RequestFault;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Backtests on their way from a request to a report, on a real PostgreSQL. */
class BacktestJobTest {

    private static final MarketHistory HISTORY = new SyntheticHistory(20, 4).history();
    private static final UUID ID = UUID.fromString("018c1b2a-0064-7000-8000-000000000064");
    private static final String ACTOR = "anna";

    private final FakeEventBus bus = new FakeEventBus();
    private final Clock clock = Clock.fixed(SyntheticHistory.KNOWN_AT, ZoneOffset.UTC);
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(EmbeddedDatabase.fresh().properties())
            .singletons(clock, bus)
            .start();
    private final BacktestBook book = context.getBean(BacktestBook.class);
    private final JsonCodec json = context.getBean(JsonCodec.class);
    private final RequestBacktest requests = context.getBean(RequestBacktest.class);
    private final FakeBooks books = new FakeBooks(HISTORY);
    private final RunBacktest runs = new RunBacktest(book, books, books, books, json, clock);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void storesARequestAndTellsOfIt() {
        RequestBacktest.Answer answer = requests.request(ID, ACTOR, draft(null), Configurations.CURRENT);

        assertThat(answer).isEqualTo(new RequestBacktest.Answer.Accepted(ID));
        assertThat(book.find(ID, ACTOR)).hasValueSatisfying(job -> {
            assertThat(job.status()).isEqualTo(BacktestStatus.QUEUED);
            assertThat(json.read(job.draft(), BacktestDraft.class)).isEqualTo(draft(null));
            assertThat(job.knownAt()).isEqualTo(SyntheticHistory.KNOWN_AT);
        });
        assertThat(bus.sent).singleElement().satisfies(sent -> assertThat(
                        json.read(sent.detail(), BacktestRequested.class).backtestId())
                .isEqualTo(ID));
    }

    @Test
    void doesNothingTwice() {
        requests.request(ID, ACTOR, draft(null), Configurations.CURRENT);
        requests.request(ID, ACTOR, draft(null), Configurations.CURRENT);

        assertThat(book.list(ACTOR, 10)).hasSize(1);
        assertThat(bus.sent).hasSize(1);
    }

    @Test
    void comesToTheSameReportHoweverOftenItIsInterrupted() {
        requests.request(ID, ACTOR, draft(null), Configurations.CURRENT);

        int calls = 1;
        while (!runs.run(ID, Duration.ZERO)) {
            assertThat(book.find(ID, ACTOR).orElseThrow().progress()).isEqualTo(calls / 6.0);
            calls++;
        }

        BacktestJob job = book.find(ID, ACTOR).orElseThrow();
        assertThat(calls).isEqualTo(6);
        assertThat(job.status()).isEqualTo(BacktestStatus.SUCCEEDED);
        assertThat(job.progress()).isEqualTo(1);
        assertThat(job.report()).isEqualTo(json.write(direct()));
        assertThat(book.state(ID)).isEmpty();
        assertThat(runs.run(ID, Duration.ZERO)).isTrue();
        assertThat(book.find(ID, ACTOR)).contains(job);
    }

    private BacktestReport direct() {
        BacktestQuestion question =
                switch (BacktestCheck.check(draft(null), SyntheticHistory.KNOWN_AT)) {
                    case BacktestCheck.Checked.Accepted accepted -> accepted.question();
                    case BacktestCheck.Checked.Refused refused -> throw new AssertionError(refused);
                };
        Backtest backtest = new Backtest(
                new RecommendationEngine(Configurations.CURRENT),
                InMemoryHistory.of(HISTORY, Configurations.CURRENT),
                question);
        BacktestState state = backtest.run(backtest.start(), (_, _) -> true);
        return ReportMaker.make(question, Configurations.CURRENT, state);
    }

    @Test
    void isStoredAsFailedWhereItCanNeverWork() {
        requests.request(ID, ACTOR, draft("QQQ"), Configurations.CURRENT);

        boolean finished = runs.run(ID, Duration.ofMinutes(1));

        assertThat(finished).isTrue();
        BacktestJob job = book.find(ID, ACTOR).orElseThrow();
        assertThat(job.status()).isEqualTo(BacktestStatus.FAILED);
        assertThat(job.failure()).contains("benchmark", "QQQ");
    }

    @Test
    void namesAllFaultsAtOnce() {
        BacktestDraft draft = new BacktestDraft(
                new RequestDraft(
                        null, "bold", "medium", null, null, null, null, null, null, null, null, null, "2015-01-02"),
                "yesterday",
                "2031-01-01",
                "weekly",
                5,
                "at once",
                null);

        RequestBacktest.Answer answer = requests.request(ID, ACTOR, draft, Configurations.CURRENT);

        assertThat(answer)
                .isInstanceOfSatisfying(RequestBacktest.Answer.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(RequestFault::path)
                        .containsExactlyInAnyOrder(
                                "request.as_of",
                                "request.capital",
                                "request.risk_tolerance",
                                "from",
                                "to",
                                "every_sessions",
                                "rebalancing",
                                "execution"));
        assertThat(book.find(ID, ACTOR)).isEmpty();
    }

    @Test
    void takesFiveOfAnActorAtATime() {
        for (int i = 0; i < BacktestBook.MAX_OPEN; i++) {
            requests.request(new UUID(1, i), ACTOR, draft(null), Configurations.CURRENT);
        }

        assertThatThrownBy(() -> requests.request(ID, ACTOR, draft(null), Configurations.CURRENT))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("allowed: 5");
        assertThat(requests.request(ID, "bert", draft(null), Configurations.CURRENT))
                .isEqualTo(new RequestBacktest.Answer.Accepted(ID));
    }

    @Test
    void showsABacktestToWhoAskedForItOnly() {
        requests.request(ID, ACTOR, draft(null), Configurations.CURRENT);
        ReadBacktest reading = context.getBean(ReadBacktest.class);

        assertThat(book.find(ID, "bert")).isEmpty();
        assertThat(reading.get(ID, ACTOR).id()).isEqualTo(ID);
        assertThatThrownBy(() -> reading.get(ID, "bert")).hasMessageContaining("no backtest " + ID);
    }

    @Test
    void neverGoesBack() {
        requests.request(ID, ACTOR, draft(null), Configurations.CURRENT);
        book.start(ID, clock.instant());

        book.save(ID, 0.5, "{\"at\":1}");
        book.save(ID, 0.25, "{\"at\":0}");

        assertThat(book.state(ID)).contains("{\"at\":1}");
    }

    private static BacktestDraft draft(@Nullable String benchmark) {
        RequestDraft request = new RequestDraft(
                new BigDecimal("50000"),
                "moderate",
                "medium",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                benchmark,
                null);
        return new BacktestDraft(request, "2015-01-02", "2015-06-30", null, null, null, 7L);
    }

    /** What left for the bus. */
    private static final class FakeEventBus implements EventBus {

        private final List<Announcement> sent = new ArrayList<>();

        @Override
        public synchronized void put(List<Announcement> announcements) {
            sent.addAll(announcements);
        }
    }
}
