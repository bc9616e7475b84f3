package io.lumia.functions.collectionapi.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.functions.collectionapi.FakeMessageSender;
import io.lumia.functions.collectionapi.FakeScheduleEngine;
import io.lumia.web.testing.ApiCalls.Answer;
import io.lumia.web.testing.LostAnswers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Now is Friday 2 January 2015, noon UTC. */
class JobApiTest {

    private static final String JOBS = "/api/v1/collection/jobs";

    static final String EVENING = """
            {"name": "evening", "description": "Stocks in the evening",
             "collector": {"provider": "test_exchange"}, "datasets": ["bars"],
             "assets": {"types": ["stock"], "symbols": ["AAPL", "brk.b"]},
             "schedule": {"kind": "cron", "cron": "cron(0 18 ? * MON-FRI *)", "zone": "America/New_York",
                          "calendar": "united_states"},
             "limits": {"max_items": 100, "max_hours": 0.5}}
            """;

    private ApiUnderTest api;

    @BeforeEach
    void start() {
        api = ApiUnderTest.writable();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void makesAJobAndItsSchedule() {
        Answer answer = api.sendJson("POST", JOBS, EVENING);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(JOBS + "/evening");
        assertThat(answer.at("data", "assets", "symbols")).isEqualTo(List.of("AAPL", "BRK.B"));
        assertThat(answer.at("data", "schedule", "during")).isEqualTo("session_days");
        assertThat(answer.at("data", "limits"))
                .isEqualTo(Map.of("max_items", 100, "max_calls", 50_000, "max_hours", 0.5));
        assertThat(answer.at("data", "last_run")).isNull();
        assertThat(answer.rows("data", "next_runs")).hasSize(5);
        assertThat(answer.at("data", "next_runs", 0)).isEqualTo("Friday 2 January 2015 18:00 (New York), in 11 hours");
        assertThat(schedules().find("job-evening")).isPresent();
        assertThat(api.get(JOBS + "/evening").at("data")).isEqualTo(answer.at("data"));
        assertThat(audit()).containsExactly("local job.create job/evening");
    }

    @Test
    void aHolidayIsNoNextRun() {
        String christmas = EVENING.replace("cron(0 18 ? * MON-FRI *)", "cron(0 18 24,25 12 ? *)");

        Answer answer = api.sendJson("POST", JOBS + "/validate", christmas);

        assertThat(answer.at("data", "next_runs", 0).toString()).startsWith("Thursday 24 December 2015 18:00");
        assertThat(answer.at("data", "next_runs").toString()).doesNotContain(" 25 December");
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        api.sendJson("POST", JOBS, EVENING);

        Answer again = api.sendJson("POST", JOBS, EVENING);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("job 'evening' is there already");
    }

    @Test
    void listsJobsByNameAndPages() {
        api.sendJson("POST", JOBS, EVENING);

        assertThat(api.get(JOBS).column("name", "data")).containsExactly("daily-prices", "evening");
        assertThat(api.get(JOBS + "?per_page=1&page=2").column("name", "data")).containsExactly("evening");
        assertThat(api.get(JOBS).at("pagination", "total_items")).isEqualTo(2);
        assertThat(api.get(JOBS).at("data", 0, "last_run", "status")).isEqualTo("running");
    }

    @Test
    void replacesAJobAsAWhole() {
        api.sendJson("POST", JOBS, EVENING);
        String shorter = """
                {"collector": {"provider": "test_exchange"}, "datasets": ["bars"],
                 "schedule": {"kind": "interval", "every": "PT15M"}}
                """;

        Answer answer = api.sendJson("PUT", JOBS + "/evening", shorter);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("data", "description")).isEqualTo("");
        assertThat(answer.rows("data", "assets", "symbols")).isEmpty();
        assertThat(answer.at("data", "schedule", "every")).isEqualTo("PT15M");
        assertThat(answer.at("data", "limits", "max_hours")).isEqualTo(24);
        assertThat(audit()).contains("local job.replace job/evening");
        assertThat(api.sendJson("PUT", JOBS + "/nightly", shorter).status()).isEqualTo(404);
        assertThat(api.sendJson("PUT", JOBS + "/evening", EVENING.replace("evening", "other"))
                        .refused())
                .isEqualTo(List.of("name"));
    }

    @Test
    void aReplacedJobStaysPaused() {
        api.sendJson("POST", JOBS, EVENING);

        Answer paused = api.sendJson("POST", JOBS + "/evening/pause", "");
        Answer replaced = api.sendJson("PUT", JOBS + "/evening", EVENING);
        Answer resumed = api.sendJson("POST", JOBS + "/evening/resume", "");

        assertThat(paused.at("data", "enabled")).isEqualTo(false);
        assertThat(paused.rows("data", "next_runs")).isEmpty();
        assertThat(replaced.at("data", "enabled")).isEqualTo(false);
        assertThat(resumed.at("data", "enabled")).isEqualTo(true);
        assertThat(audit())
                .containsExactly(
                        "local job.create job/evening",
                        "local job.pause job/evening",
                        "local job.replace job/evening",
                        "local job.resume job/evening");
        assertThat(api.sendJson("POST", JOBS + "/nightly/pause", "").status()).isEqualTo(404);
    }

    @Test
    void deletesAJobUnlessOthersFollowIt() {
        api.sendJson("POST", JOBS, EVENING);
        api.sendJson(
                "POST",
                JOBS,
                EVENING.replace("\"evening\"", "\"late\"")
                        .replace("\"limits\"", "\"after\": [\"evening\"], \"limits\""));

        Answer followed = api.sendJson("DELETE", JOBS + "/evening", "");
        Answer late = api.sendJson("DELETE", JOBS + "/late", "");
        Answer evening = api.sendJson("DELETE", JOBS + "/evening", "");

        assertThat(followed.status()).isEqualTo(409);
        assertThat(followed.body()).contains("followed by late");
        assertThat(late.at("data", "after")).isEqualTo(List.of("evening"));
        assertThat(evening.status()).isEqualTo(200);
        assertThat(api.get(JOBS + "/evening").status()).isEqualTo(404);
        assertThat(schedules().list("")).isEmpty();
        assertThat(api.sendJson("DELETE", JOBS + "/evening", "").status()).isEqualTo(404);
        assertThat(api.sendJson("POST", JOBS, EVENING).status()).isEqualTo(201);
    }

    @Test
    void asksThePlannerForARunNow() {
        Answer answer = api.sendJson("POST", JOBS + "/daily-prices/run", "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/collection/runs?job=daily-prices&start=2015-01-02")
                .isEqualTo(answer.at("data", "location"));
        assertThat(answer.at("data", "trigger")).isEqualTo("manual");
        assertThat(answer.at("data", "run_id")).isNull();
        assertThat(sender().sent)
                .containsExactly(
                        "plan-collection {\"job\":\"daily-prices\",\"scheduled_for\":\"2015-01-02T12:00:00Z\",\"from\":null,\"to\":null,\"trigger\":\"manual\"}");
        assertThat(audit()).containsExactly("local job.run job/daily-prices");
    }

    @Test
    void aRangeIsABackfill() {
        Answer answer = api.sendJson("POST", JOBS + "/daily-prices/run", "{\"from\": \"2014-01-02\"}");

        assertThat(answer.at("data", "trigger")).isEqualTo("backfill");
        assertThat(sender().sent.getFirst()).contains("\"from\":\"2014-01-02\",\"to\":null,\"trigger\":\"backfill\"");
        Answer odd =
                api.sendJson("POST", JOBS + "/daily-prices/run", "{\"from\": \"2015-01-02\", \"to\": \"2014-01-02\"}");
        assertThat(odd.refused()).isEqualTo(List.of("from"));
        assertThat(api.sendJson("POST", JOBS + "/daily-prices/run", "{\"until\": \"x\"}")
                        .refused())
                .isEqualTo(List.of("until"));
        assertThat(api.sendJson("POST", JOBS + "/nightly/run", "").status()).isEqualTo(404);
        assertThat(sender().sent).hasSize(1);
    }

    @Test
    void whatCouldNotBeSentWasNotAskedFor() {
        sender().isDown = true;

        Answer answer = api.sendJson("POST", JOBS + "/daily-prices/run", "");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(audit()).isEmpty();
    }

    @Test
    void aKeyMakesARunOnce() {
        Map<String, String> headers = Map.of("Idempotency-Key", "run-1");

        Answer first = api.send("POST", JOBS + "/daily-prices/run", headers);
        Answer second = api.send("POST", JOBS + "/daily-prices/run", headers);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(sender().sent).hasSize(1);
    }

    /** Where what was done is not found again by itself, the caller is told that it was done. */
    @Test
    void aRunWhoseAnswerWasLostIsNotBegunAgain() {
        Map<String, String> headers = Map.of("Idempotency-Key", "run-1");
        LostAnswers lost = new LostAnswers(api);
        lost.begin();
        assertThat(api.send("POST", JOBS + "/daily-prices/run", headers).status())
                .isEqualTo(500);
        lost.endAfterTheBound();

        Answer again = api.send("POST", JOBS + "/daily-prices/run", headers);
        Answer later = api.send("POST", JOBS + "/daily-prices/run", headers);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("took effect, but its answer was lost");
        assertThat(later.at("error", "message")).isEqualTo(again.at("error", "message"));
        assertThat(sender().sent).hasSize(1);
        assertThat(audit()).hasSize(1);
    }

    private FakeMessageSender sender() {
        return api.bean(FakeMessageSender.class);
    }

    private FakeScheduleEngine schedules() {
        return api.bean(FakeScheduleEngine.class);
    }

    private List<String> audit() {
        return api.texts(
                "SELECT actor || ' ' || action || ' ' || subject FROM collection.audit_entry ORDER BY entry_number");
    }
}
