package io.lumia.functions.collectionapi.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.Alarms;
import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.platform.database.Transactions;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectorApiTest {

    private static final String COLLECTORS = "/api/v1/collection/collectors";

    @Test
    void showsWhatProvidersDeclare() {
        Answer answer = ApiUnderTest.shared().get(COLLECTORS);

        assertThat(answer.column("provider", "data")).contains("test_exchange");
        Map<String, Object> data = answer.rows("data").stream()
                .filter(row -> "test_exchange".equals(row.get("provider")))
                .findFirst()
                .orElseThrow();
        assertThat(data)
                .containsEntry("title", "Test Exchange")
                .containsEntry("asset_types", List.of("stock", "etf"))
                .containsEntry("datasets", List.of("assets", "bars"))
                .containsEntry("key", "required")
                .containsEntry("key_configured", false)
                .containsEntry("price_basis", "raw")
                .containsEntry(
                        "quotas", List.of(Map.of("calls", 2, "seconds", 1), Map.of("calls", 25, "seconds", 86_400)));
        assertThat(answer.body()).contains("\"first_date\":\"1998-01-02\"", "\"reach\":\"P2Y\"");
    }

    @Test
    void saysThatAKeyIsThereAndNeverWhich() {
        Answer answer = ApiUnderTest.start(Map.of("lumia.providers.test-exchange.key", "s3cret-1"))
                .get(COLLECTORS);

        assertThat(answer.body()).contains("\"key_configured\":true").doesNotContain("s3cret");
    }

    @Test
    void showsWhatIsConfiguredOverWhatIsDeclared() {
        ApiUnderTest api = ApiUnderTest.start(Map.of(
                "lumia.providers.test-exchange.quotas", "7/60s", "lumia.providers.test-exchange.enabled", "false"));

        Map<String, Object> row = testExchange(api);

        assertThat(row)
                .containsEntry("enabled", false)
                .containsEntry("quotas", List.of(Map.of("calls", 7, "seconds", 60)));
    }

    @Test
    void showsHowItStandsWithAProvider() {
        ApiUnderTest api = ApiUnderTest.start(Map.of());
        assertThat(testExchange(api)).containsEntry("states", List.of()).containsEntry("alarms", List.of());
        api.execute("""
                INSERT INTO collection.provider_state (provider, key_id, breaker, consecutive_failures, times_opened,
                       opened_at, open_until, last_failure_at, last_failure)
                VALUES ('test_exchange', 'keyless', 'open', 5, 1, '2015-01-02T11:00:00Z', '2015-01-02T12:30:00Z',
                        '2015-01-02T11:00:00Z', 'unreachable: no route')
                """);
        Instant at = Instant.parse("2015-01-02T10:00:00Z");
        api.bean(Transactions.class).inTransaction(() -> api.bean(Alarms.class)
                .raise("provider:test_exchange", "canary_failed", "ABC: 0 rows", at));

        Answer answer = api.get(COLLECTORS);

        int index = answer.column("provider", "data").indexOf("test_exchange");
        assertThat(answer.at("data", index, "states", 0, "breaker")).isEqualTo("open");
        assertThat(answer.at("data", index, "states", 0, "open_until")).isEqualTo("2015-01-02T12:30:00Z");
        assertThat(answer.at("data", index, "states", 0, "last_failure")).isEqualTo("unreachable: no route");
        assertThat(answer.at("data", index, "states", 0, "blocked_until")).isNull();
        assertThat(answer.at("data", index, "alarms", 0, "kind")).isEqualTo("canary_failed");
        api.close();
    }

    /** Of two calls within a second and 25 within a day; the clock stands at 12:00. */
    @Test
    void tellsWhatIsLeftOfTheQuotas() {
        ApiUnderTest api = ApiUnderTest.start(Map.of());
        api.execute("INSERT INTO collection.provider_state (provider, key_id) VALUES ('test_exchange', 'abc')");
        api.execute("""
                INSERT INTO collection.provider_call (provider, key_id, kind, address, started_at, ended_at, outcome)
                VALUES ('test_exchange', 'abc', 'bars', 'a', '2015-01-01T11:00:00Z', '2015-01-01T11:00:00.4Z', 'fetched'),
                       ('test_exchange', 'abc', 'bars', 'b', '2015-01-01T18:00:00Z', '2015-01-01T18:00:00.4Z', 'fetched'),
                       ('test_exchange', 'abc', 'bars', 'c', '2015-01-02T11:59:59.5Z', NULL, NULL),
                       ('test_exchange', 'other', 'bars', 'd', '2015-01-02T11:00:00Z', '2015-01-02T11:00:01Z', 'fetched')
                """);

        Answer answer = api.get(COLLECTORS);
        int index = answer.column("provider", "data").indexOf("test_exchange");

        assertThat(answer.at("data", index, "states", 0, "budgets"))
                .isEqualTo(List.of(
                        Map.of("calls", 2, "seconds", 1, "used", 1, "free_at", "2015-01-02T12:00:01Z"),
                        Map.of("calls", 25, "seconds", 86_400, "used", 2, "free_at", "2015-01-02T18:00:00.400Z")));
        api.close();
    }

    @Test
    void saysWhatAJobOfAProviderMayBe() {
        Answer answer = ApiUnderTest.shared().get(COLLECTORS);

        int index = answer.column("provider", "data").indexOf("test_exchange");
        Object options = answer.at("data", index, "options", "properties");
        assertThat(options.toString()).contains("const=test_exchange", "enum=[assets, bars]", "enum=[stock, etf]");
    }

    private static Map<String, Object> testExchange(ApiUnderTest api) {
        return api.get(COLLECTORS).rows("data").stream()
                .filter(row -> "test_exchange".equals(row.get("provider")))
                .findFirst()
                .orElseThrow();
    }
}
