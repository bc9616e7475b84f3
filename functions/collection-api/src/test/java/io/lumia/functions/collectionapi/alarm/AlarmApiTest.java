package io.lumia.functions.collectionapi.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.Alarms;
import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.platform.database.Transactions;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmApiTest {

    private static final String ALARMS = "/api/v1/collection/alarms";
    private static final Instant MORNING = Instant.parse("2015-01-02T08:00:00Z");

    private final ApiUnderTest api = ApiUnderTest.start(Map.of());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void listsOpenAlarmsAndOnRequestTheirHistory() {
        api.bean(Transactions.class).inTransaction(() -> {
            Alarms alarms = api.bean(Alarms.class);
            alarms.raise("job:daily-prices", "repeated_failure", "3 runs failed", MORNING);
            alarms.raise("provider:yahoo", "canary_failed", "SPY: 0 rows", MORNING.plusSeconds(60));
            alarms.raise("provider:yahoo", "canary_failed", "SPY: 1 row", MORNING.plusSeconds(120));
            alarms.clear("job:daily-prices", "repeated_failure", MORNING.plusSeconds(180));
        });

        Answer open = api.get(ALARMS);
        Answer all = api.get(ALARMS + "?all=true&per_page=1&page=2");

        assertThat(open.column("subject", "data")).containsExactly("provider:yahoo");
        assertThat(open.at("data", 0, "times")).isEqualTo(2);
        assertThat(open.at("data", 0, "detail")).isEqualTo("SPY: 1 row");
        assertThat(open.at("data", 0, "cleared_at")).isNull();
        assertThat(open.at("pagination", "total_items")).isEqualTo(1);
        assertThat(all.column("subject", "data")).containsExactly("job:daily-prices");
        assertThat(all.at("data", 0, "cleared_at")).isEqualTo("2015-01-02T08:03:00Z");
        assertThat(all.at("pagination", "total_items")).isEqualTo(2);
        assertThat(api.get(ALARMS + "?page=2").rows("data")).isEmpty();
    }

    @Test
    void refusesWhatIsNoChoice() {
        assertThat(api.get(ALARMS + "?all=yes&page=0").refused()).isEqualTo(List.of("all", "page"));
    }
}
