package io.lumia.functions.marketapi.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final QueueDepth WORKING = QueueDepth.of("collect", 3, 1, 0, 0);

    private final FakeQueueHealth queues = API.bean(FakeQueueHealth.class);

    @AfterEach
    void allQueuesWorkAgain() {
        queues.depths.clear();
        queues.depths.add(WORKING);
    }

    @Test
    void saysThatItAnswers() {
        assertThat(API.get("/api/v1/health").at("data", "status")).isEqualTo("up");
    }

    @Test
    void measuresFreshnessAgainstTheExchangesSessions() {
        Answer answer = API.get("/api/v1/health/detailed");

        assertThat(answer.at("data", "database", "status")).isEqualTo("up");
        assertThat(answer.at("data", "freshness", 0, "calendar")).isEqualTo("united_states");
        assertThat(answer.at("data", "freshness", 0, "last_session")).isEqualTo("2014-12-31");
        assertThat(answer.at("data", "freshness", 0, "fresh")).isEqualTo(2);
        assertThat(answer.at("data", "freshness", 0, "stale_examples")).isEqualTo(List.of("USO"));
        assertThat(answer.at("data", "freshness", 1, "last_session")).isEqualTo("2015-01-01");
        assertThat(answer.at("data", "status")).isEqualTo("degraded");
    }

    @Test
    void showsDepthsAndDeadLetters() {
        queues.depths.add(QueueDepth.of("load", 0, 0, 0, 4));
        queues.depths.add(QueueDepth.silent("compute-signals", "ApiCallTimeoutException"));
        Answer answer = API.get("/api/v1/health/detailed");

        assertThat(answer.column("waiting", "data", "queues")).containsExactly(3, 0, null);
        assertThat(answer.column("dead_letters", "data", "queues")).containsExactly(0, 4, null);
        assertThat(answer.column("status", "data", "queues")).containsExactly("up", "up", "down");
    }
}
