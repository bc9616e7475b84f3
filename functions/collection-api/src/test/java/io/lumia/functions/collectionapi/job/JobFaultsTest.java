package io.lumia.functions.collectionapi.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobFaultsTest {

    private static final ApiUnderTest API = ApiUnderTest.writable();
    private static final String JOBS = "/api/v1/collection/jobs";

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Answer answer = API.sendJson("POST", JOBS, """
                {"name": "Evening!", "collector": {"provider": "nosuch"},
                 "datasets": ["bars", "gossip"], "assets": {"types": ["stock", "boat"], "symbols": ["A B"]},
                 "mode": {"kind": "batch", "from": "2015", "to": "2015-01-02"},
                 "schedule": {"kind": "cron", "cron": "at noon", "zone": "Mars/Olympus", "calendar": "lunar",
                              "during": "night"},
                 "after": ["nosuch"], "limits": {"max_items": 0, "max_calls": 0, "max_hours": 1000}}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refused())
                .containsExactlyInAnyOrder(
                        "name",
                        "collector.provider",
                        "datasets[1]",
                        "assets.types[1]",
                        "assets.symbols[0]",
                        "mode.from",
                        "mode.kind",
                        "schedule.cron",
                        "schedule.zone",
                        "schedule.calendar",
                        "schedule.during",
                        "after[0]",
                        "limits.max_items",
                        "limits.max_calls",
                        "limits.max_hours");
        assertThat(answer.body()).contains("assets, actions", "test_exchange", "united_states", "1 to 100000");
    }

    @Test
    void unknownFieldsAreNamed() {
        Answer answer = API.sendJson("POST", JOBS, """
                {"name": "evening", "colour": "red", "schedule": {"kind": "on_demand", "when": "now"}, "datasets": "bars"}
                """);

        assertThat(answer.refused())
                .containsExactlyInAnyOrder("colour", "schedule.when", "datasets", "collector.provider");
    }

    @Test
    void whatIsNeededIsMissed() {
        assertThat(API.sendJson("POST", JOBS, "{}").refused())
                .containsExactlyInAnyOrder("name", "collector.provider", "datasets", "schedule");
        assertThat(API.sendJson("POST", JOBS, "").refused()).isEqualTo(List.of("body"));
        assertThat(API.sendJson("POST", JOBS, "[").refused()).isEqualTo(List.of("body"));
    }

    static Stream<Arguments> oneFault() {
        return Stream.of(
                Arguments.of("\"kind\": \"cron\", \"zone\": \"UTC\"", "schedule.cron"),
                Arguments.of("\"kind\": \"cron\", \"cron\": \"cron(0 18 * * ? *)\"", "schedule.zone"),
                Arguments.of("\"kind\": \"interval\"", "schedule.every"),
                Arguments.of("\"kind\": \"interval\", \"every\": \"PT30S\"", "schedule.every"),
                Arguments.of("\"kind\": \"interval\", \"every\": \"PT1H\", \"zone\": \"UTC\"", "schedule.zone"),
                Arguments.of(
                        "\"kind\": \"interval\", \"every\": \"PT1H\", \"during\": \"market_hours\"", "schedule.during"),
                Arguments.of("\"kind\": \"on_demand\", \"every\": \"PT1H\"", "schedule.every"),
                Arguments.of("\"kind\": \"sometimes\"", "schedule.kind"));
    }

    @ParameterizedTest
    @MethodSource
    void oneFault(String schedule, String path) {
        String job = """
                {"name": "evening", "collector": {"provider": "test_exchange"}, "datasets": ["bars"],
                 "schedule": {%s}}
                """.formatted(schedule);

        assertThat(API.sendJson("POST", JOBS, job).refused()).isEqualTo(List.of(path));
    }

    @Test
    void listsHaveBounds() {
        String symbols = String.join(",", Collections.nCopies(5_001, "\"A\""));
        String parents = String.join(",", Collections.nCopies(21, "\"daily-prices\""));
        Answer answer = API.sendJson("POST", JOBS, """
                {"name": "evening", "collector": {"provider": "test_exchange"}, "datasets": ["bars", "bars"],
                 "assets": {"symbols": [%s]}, "after": [%s], "schedule": {"kind": "on_demand"}}
                """.formatted(symbols, parents));

        assertThat(answer.refused()).containsExactlyInAnyOrder("datasets", "assets.symbols", "after");
    }

    @Test
    void validatingSaysTheSameAndStoresNothing() {
        Answer right = API.sendJson("POST", JOBS + "/validate", JobApiTest.EVENING);
        Answer wrong = API.sendJson("POST", JOBS + "/validate", JobApiTest.EVENING.replace("18 ?", "25 ?"));
        Answer taken = API.sendJson("POST", JOBS + "/validate", JobApiTest.EVENING.replace("evening", "daily-prices"));
        Answer odd = API.sendJson("POST", JOBS + "/validate", "{\"colour\": 1}");

        assertThat(right.status()).isEqualTo(200);
        assertThat(right.at("data", "valid")).isEqualTo(true);
        assertThat(right.at("data", "exists")).isEqualTo(false);
        assertThat(right.rows("data", "next_runs")).hasSize(5);
        assertThat(wrong.at("data", "valid")).isEqualTo(false);
        assertThat(wrong.column("path", "data", "faults")).containsExactly("schedule.cron");
        assertThat(wrong.rows("data", "next_runs")).isEmpty();
        assertThat(taken.at("data", "exists")).isEqualTo(true);
        assertThat(odd.column("path", "data", "faults"))
                .containsExactly("colour", "name", "collector.provider", "datasets", "schedule");
        assertThat(API.get(JOBS + "/evening").status()).isEqualTo(404);
        assertThat(API.texts("SELECT action FROM collection.audit_entry")).isEmpty();
    }

    @Test
    void aJobCannotFollowItself() {
        assertThat(API.sendJson("PUT", JOBS + "/daily-prices", """
                {"collector": {"provider": "test_exchange"}, "datasets": ["bars"], "after": ["daily-prices"],
                 "schedule": {"kind": "on_demand"}}
                """).refused()).contains("after[0]");
    }
}
