package io.lumia.functions.marketapi.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.marketapi.health.HealthView.Freshness;
import io.lumia.kernel.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckHealthTest {

    private static final AsOf NOW = AsOf.of(Instant.parse("2015-01-02T12:00:00Z"));

    private final FakeQueueHealth queues = new FakeQueueHealth();
    private final List<Freshness> freshness = new ArrayList<>(List.of(freshness(100, 99)));

    @Test
    void isUpWhenEveryPartIs() {
        assertThat(check(() -> {}).status()).isEqualTo("up");
    }

    @Test
    void isDownWithoutADatabaseAndAsksItNothingMore() {
        HealthView view = check(() -> {
            throw new IllegalStateException("no connection");
        });

        assertThat(view.status()).isEqualTo("down");
        assertThat(view.database().latencyMs()).isNull();
        assertThat(view.freshness()).isEmpty();
        assertThat(view.queues()).hasSize(1);
    }

    @Test
    void isDegradedByDeadLettersSilentQueuesAndStaleData() {
        queues.depths.add(QueueDepth.of("load", 0, 0, 0, 1));
        assertThat(check(() -> {}).status()).isEqualTo("degraded");

        queues.depths.set(1, QueueDepth.silent("load", "timeout"));
        assertThat(check(() -> {}).status()).isEqualTo("degraded");

        queues.depths.remove(1);
        freshness.add(freshness(100, 98));
        assertThat(check(() -> {}).status()).isEqualTo("degraded");
    }

    private HealthView check(DatabaseHealth database) {
        return new CheckHealth(database, queues, _ -> freshness).check(NOW);
    }

    private static Freshness freshness(int assets, int fresh) {
        LocalDate session = LocalDate.parse("2014-12-31");
        return new Freshness(
                "united_states", session, assets, fresh, assets - fresh, (double) fresh / assets, session, List.of());
    }
}
