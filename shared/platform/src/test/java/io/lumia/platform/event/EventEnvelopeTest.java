package io.lumia.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventEnvelopeTest {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();

    private static final String BODY = """
            {"version":"0","id":"0ef1e2d3-0000-4000-8000-000000000001","detail-type":"PriceSeen","source":"lumia.load",
             "account":"123456789012","time":"2017-12-29T21:00:00Z","region":"eu-central-1",
             "resources":[{"detail":{"price":1}}],
             "detail" : {"price":175.840, "note":"ü {\\"}\\" \\uD83D\\uDE00"} , "last":[]}
            """;

    private final JsonCodec json = CONTEXT.getBean(JsonCodec.class);

    @Serdeable
    record PriceSeen(BigDecimal price, String note) {}

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void readsWhatTheBusDelivers() {
        EventEnvelope event = EventEnvelope.parse(BODY, json);

        assertThat(event)
                .isEqualTo(new EventEnvelope(
                        "0ef1e2d3-0000-4000-8000-000000000001",
                        "lumia.load",
                        "PriceSeen",
                        Instant.parse("2017-12-29T21:00:00Z"),
                        "{\"price\":175.840, \"note\":\"ü {\\\"}\\\" \\uD83D\\uDE00\"}"));
        assertThat(event.detailAs(PriceSeen.class, json))
                .isEqualTo(new PriceSeen(new BigDecimal("175.840"), "ü {\"}\" \uD83D\uDE00"));
    }

    @Test
    void tellsAnEventFromAPlainMessage() {
        assertThat(EventEnvelope.isIn(BODY)).isTrue();
        assertThat(EventEnvelope.isIn("{\"symbol\":\"\\\"detail-type\\\"\",\"inner\":{\"detail-type\":1}}"))
                .isFalse();
        assertThat(EventEnvelope.isIn("{\"a\":")).isFalse();
        assertThat(EventEnvelope.isIn("[\"detail-type\"]")).isFalse();
        assertThat(EventEnvelope.isIn("")).isFalse();
    }

    @Test
    void refusesTheDetailOfAnotherEvent() {
        EventEnvelope other = EventEnvelope.parse(BODY.replace("\"PriceSeen\"", "\"SomethingElse\""), json);

        assertThatThrownBy(() -> other.detailAs(PriceSeen.class, json))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_MESSAGE))
                .hasMessageContaining("SomethingElse")
                .hasMessageContaining("PriceSeen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"price\":1}",
                "{\"id\":\"1\",\"detail-type\":\"A\",\"source\":\"s\",\"time\":\"2017-12-29T21:00:00Z\"}",
                "{\"id\":\"1\",\"detail-type\":\"A\",\"source\":\"s\",\"time\":\"2017-12-29T21:00:00Z\",\"detail\":\"{}\"}",
                "{\"id\":\"1\",\"detail-type\":\"A\",\"source\":\"s\",\"time\":\"2017-12-29T21:00:00Z\",\"detail\":null}",
                "{\"id\":\"1\",\"detail-type\":\"A\",\"source\":\"s\",\"time\":\"yesterday\",\"detail\":{}}",
                "{\"id\":\"1\",\"detailType\":\"A\",\"source\":\"s\",\"time\":\"2017-12-29T21:00:00Z\",\"detail\":{}}"
            })
    void refusesWhatIsNoEvent(String body) {
        assertThatThrownBy(() -> EventEnvelope.parse(body, json))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_MESSAGE));
    }
}
