package io.lumia.functions.collectionapi.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
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
        Answer answer = ApiUnderTest.start(Map.of("lumia.providers.test_exchange.key", "s3cret-1"))
                .get(COLLECTORS);

        assertThat(answer.body()).contains("\"key_configured\":true").doesNotContain("s3cret");
    }
}
