package io.lumia.functions.collectionapi.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.Attempt;
import io.lumia.collection.Collecting;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.ItemResult;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Origin;
import io.lumia.collection.Run;
import io.lumia.collection.SessionCount;
import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.market.Dataset;
import io.lumia.platform.database.Transactions;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Four runs that took 10, 20, 30 and 40 seconds. percentile_cont interpolates at (n − 1) × p: the middle is at 1.5, 25 s;
 * 95 % are at 2.85, 38.5 s.
 */
class AnalyticsApiTest {

    private static final String JOB = "evening";
    private static final String ANALYTICS = "/api/v1/collection/jobs/evening/analytics";
    private static final LocalDate DAY = LocalDate.parse("2014-12-31");

    private ApiUnderTest api;

    @BeforeEach
    void aJobHasRun() {
        api = ApiUnderTest.writable();
        assertThat(api.sendJson("POST", "/api/v1/collection/jobs", JobApiTest.EVENING)
                        .status())
                .isEqualTo(201);
        ran(1, "2014-12-01T00:00:00Z", 500, loaded(7)); // 32 days ago
        ran(2, "2014-12-28T00:00:00Z", 10, loaded(100));
        ran(3, "2014-12-29T00:00:00Z", 20, unchanged(50));
        ran(
                4,
                "2014-12-30T00:00:00Z",
                40,
                ItemResult.failed("unreachable", "no route").by(by("cboe", 3, 0)));
        ran(5, "2014-12-31T00:00:00Z", 30, loaded(1));
        cancelled(6, "2015-01-01T00:00:00Z");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void countsRunsItemsRowsAndCalls() {
        Answer answer = api.get(ANALYTICS);

        assertThat(answer.at("data", "days")).isEqualTo(30);
        assertThat(answer.at("data", "since")).isEqualTo("2014-12-03T12:00:00Z");
        assertThat(answer.at("data", "runs")).isEqualTo(Map.of("succeeded", 3, "failed", 1, "cancelled", 1));
        assertThat(answer.at("data", "success_rate")).isEqualTo(0.75);
        assertThat(answer.at("data", "items"))
                .isEqualTo(Map.of("loaded", 2, "unchanged", 1, "unreachable", 1, "cancelled", 1));
        assertThat(answer.at("data", "rows_loaded")).isEqualTo(101);
        assertThat(answer.at("data", "rows_unchanged")).isEqualTo(50);
        assertThat(answer.at("data", "rows_quarantined")).isEqualTo(4);
        assertThat(answer.at("data", "calls")).isEqualTo(9);
        assertThat(answer.at("data", "bytes")).isEqualTo(3_000);
    }

    @Test
    void measuresHowLongRunsTook() {
        Answer answer = api.get(ANALYTICS);

        assertThat(answer.at("data", "seconds")).isEqualTo(Map.of("p50", 25, "p95", 38.5, "max", 40));
    }

    @Test
    void saysHowFreshItsDataIs() {
        Answer answer = api.get(ANALYTICS);

        // Run 5 ended at 00:00:30 on the last day of the year; now is two days and twelve hours after its midnight.
        assertThat(answer.at("data", "last_success_at")).isEqualTo("2014-12-31T00:00:30Z");
        assertThat(answer.at("data", "last_loaded_at")).isEqualTo("2014-12-31T00:00:30Z");
        assertThat(answer.at("data", "loaded_seconds_ago")).isEqualTo(2 * 86_400 + 12 * 3_600 - 30);
    }

    @Test
    void looksBackAsFarAsIsAsked() {
        assertThat(api.get(ANALYTICS + "?days=60").at("data", "rows_loaded")).isEqualTo(108);
        Answer day = api.get(ANALYTICS + "?days=1");
        assertThat(day.at("data", "runs")).isEqualTo(Map.of());
        assertThat(day.at("data", "success_rate")).isNull();
        assertThat(day.at("data", "seconds")).isNull();
        assertThat(day.at("data", "last_success_at")).isEqualTo("2014-12-31T00:00:30Z");
        assertThat(api.get(ANALYTICS + "?days=0").refused()).isEqualTo(List.of("days"));
        assertThat(api.get("/api/v1/collection/jobs/nightly/analytics").status())
                .isEqualTo(404);
    }

    @Test
    void namesTheProvidersThatAnswered() {
        assertThat(api.get(ANALYTICS).at("data", "providers")).isEqualTo(Map.of("test_exchange", 3, "cboe", 1));
    }

    @Test
    void aRunsItemsSayWhoWasAsked() {
        Answer run = api.get("/api/v1/collection/runs/" + new UUID(11, 4));

        assertThat(run.at("data", "items", 0, "provider_used")).isEqualTo("cboe");
        assertThat(run.at("data", "items", 0, "attempts"))
                .isEqualTo(List.of(Map.of(
                        "provider",
                        "cboe",
                        "outcome",
                        "fetched",
                        "detail",
                        "",
                        "calls",
                        3,
                        "bytes",
                        0,
                        "seconds",
                        1.5)));
        assertThat(run.at("data", "items", 0, "calls")).isEqualTo(3);
        assertThat(run.at("data", "items", 0, "call_seconds")).isEqualTo(1.5);
    }

    private static ItemResult loaded(long rows) {
        return new ItemResult(
                        ItemStatus.LOADED,
                        "loaded",
                        "",
                        rows,
                        rows,
                        0,
                        Map.of("negative_volume", 2L),
                        new SessionCount(1, 1),
                        Set.of(),
                        null)
                .by(by("test_exchange", 2, 1_000));
    }

    private static ItemResult unchanged(long rows) {
        return new ItemResult(
                        ItemStatus.UNCHANGED,
                        "unchanged",
                        "",
                        rows,
                        0,
                        rows,
                        Map.of(),
                        SessionCount.NONE,
                        Set.of(),
                        null)
                .by(by("test_exchange", 2, 1_000));
    }

    private static Collecting by(String provider, int calls, long bytes) {
        return new Collecting(provider, List.of(new Attempt(provider, "fetched", "", calls, bytes, 1.5)));
    }

    private void ran(int number, String tick, long seconds, ItemResult result) {
        Instant at = Instant.parse(tick);
        CollectionLog log = api.bean(CollectionLog.class);
        api.bean(Transactions.class).inTransaction(() -> {
            Item item = started(number, at);
            log.end(item.id(), result, at.plusSeconds(seconds));
            log.finish(item.runId(), at.plusSeconds(seconds));
        });
    }

    private void cancelled(int number, String tick) {
        Instant at = Instant.parse(tick);
        api.bean(Transactions.class).inTransaction(() -> {
            Item item = started(number, at);
            api.bean(CollectionLog.class).cancel(item.runId(), "enough", at.plusSeconds(5_000));
        });
    }

    private Item started(int number, Instant at) {
        CollectionLog log = api.bean(CollectionLog.class);
        Run run = Run.starting(new UUID(11, number), JOB, "schedule", at, null, DAY, at, 1);
        Item item = Item.planned(new UUID(12, number), run.id(), Dataset.BARS, List.of("AAPL"), null, DAY);
        log.start(run, new Origin("test_exchange", "", "Test Exchange"), List.of(item));
        log.askNextStage(run.id(), at);
        return item;
    }
}
