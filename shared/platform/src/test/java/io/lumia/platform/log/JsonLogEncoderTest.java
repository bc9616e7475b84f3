package io.lumia.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JsonLogEncoderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoggerContext context = new LoggerContext();

    @Test
    void aLineSaysWhenWhereAndForWhom() throws IOException {
        JsonNode line = encoded("12 rows\r\nloaded", null);

        assertThat(line.path("timestamp").asText()).isEqualTo("2015-01-09T23:00:05Z");
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("function").asText()).isEqualTo("load");
        assertThat(line.path("request_id").asText()).isEqualTo("request-0001");
        assertThat(line.path("trace_id").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(line.path("message").asText()).isEqualTo("12 rows\r\nloaded");
    }

    @Test
    void aFailureIsInTheSameLineWithItsCauses() throws IOException {
        JsonNode error = encoded("failed", new IllegalStateException("outer", new IOException("inner")))
                .path("error");

        assertThat(error.path("type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.path("stack")).isNotEmpty().hasSizeLessThanOrEqualTo(20);
        assertThat(error.at("/cause/message").asText()).isEqualTo("inner");
    }

    @Test
    void whatElseIsInTheContextIsNotWritten() throws IOException {
        assertThat(encoded("hello", null).has("user")).isFalse();
    }

    @Test
    void secretsOfMessagesAndFailuresAreHidden() throws IOException {
        JsonNode line = encoded("password=canary-1", new IllegalStateException("Bearer canary-2-canary"));

        assertThat(line.toString()).doesNotContain("canary-1", "canary-2");
    }

    private JsonNode encoded(String message, @Nullable Throwable failure) throws IOException {
        LoggingEvent event = new LoggingEvent(
                "test", context.getLogger("io.lumia.Test"), Level.WARN, message, failure, new Object[0]);
        event.setInstant(Instant.parse("2015-01-09T23:00:05Z"));
        event.setMDCPropertyMap(Map.of(
                "function", "load",
                "request_id", "request-0001",
                "trace_id", "4bf92f3577b34da6a3ce929d0e0e4736",
                "user", "jane"));
        String text = new String(new JsonLogEncoder().encode(event), StandardCharsets.UTF_8);
        assertThat(text).endsWith("}\n").containsOnlyOnce("\n");
        return JSON.readTree(text);
    }
}
