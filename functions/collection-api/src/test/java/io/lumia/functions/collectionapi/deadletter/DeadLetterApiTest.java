package io.lumia.functions.collectionapi.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLetterApiTest {

    private static final String LETTERS = "/api/v1/collection/dead-letters";

    private final ApiUnderTest api = ApiUnderTest.writable();
    private final FakeDeadLetterBox box = api.bean(FakeDeadLetterBox.class);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void showsWhatDiedWhereAndLeavesIt() {
        box.add("collect", "x".repeat(4_001));

        Answer answer = api.get(LETTERS);

        assertThat(answer.at("data", "queues"))
                .isEqualTo(List.of(
                        Map.of("queue", "collect", "dead_letters", 1), Map.of("queue", "load", "dead_letters", 1)));
        assertThat(answer.column("queue", "data", "letters")).containsExactly("collect", "load");
        assertThat(answer.column("cut", "data", "letters")).containsExactly(true, false);
        assertThat((String) answer.at("data", "letters", 0, "body")).hasSize(4_000);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.get(LETTERS + "?queue=load").rows("data", "letters")).hasSize(1);
    }

    @Test
    void sendsThemAgainAndCountsWhatIsLeft() {
        box.add("collect", "{}");

        Answer load = api.sendJson("POST", LETTERS + "/replay", "{\"queue\": \"load\"}");
        Answer all = api.sendJson("POST", LETTERS + "/replay", "");

        assertThat(load.at("data", "replayed")).isEqualTo(1);
        assertThat(all.at("data", "replayed")).isEqualTo(1);
        assertThat(box.sentAgain)
                .containsExactly("load {\"item_id\": \"00000000-0000-0001-0000-000000000002\"}", "collect {}");
        assertThat(all.column("dead_letters", "data", "queues")).containsExactly(0, 0);
    }

    @Test
    void atMostAHundredOfAQueueGoAtOnce() {
        for (int i = 0; i < 120; i++) {
            box.add("collect", "{}");
        }

        Answer answer = api.sendJson("POST", LETTERS + "/replay", "{\"queue\": \"collect\"}");

        assertThat(answer.at("data", "replayed")).isEqualTo(100);
        assertThat(answer.column("dead_letters", "data", "queues")).containsExactly(20);
    }

    @Test
    void refusesQueuesThatAreNone() {
        assertThat(api.get(LETTERS + "?queue=nosuch").refused()).isEqualTo(List.of("queue"));
        assertThat(api.sendJson("POST", LETTERS + "/replay", "{\"queue\": \"nosuch\"}")
                        .refused())
                .isEqualTo(List.of("queue"));
        assertThat(box.sentAgain).isEmpty();
    }
}
