package io.lumia.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

final class TraceContextTest {

    /** The example of W3C Trace Context, section 3.2.3. */
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    /** The example of the AWS X-Ray Developer Guide, "Tracing header". */
    private static final String XRAY = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    @Test
    void readsAndWritesWhatW3cWrites() {
        TraceContext trace = TraceContext.parse(PARENT, null).orElseThrow();

        assertThat(trace).isEqualTo(new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true));
        assertThat(trace.traceparent()).isEqualTo(PARENT);
    }

    @Test
    void readsAndWritesWhatXrayWrites() {
        TraceContext trace = TraceContext.parse(null, XRAY).orElseThrow();

        assertThat(trace).isEqualTo(new TraceContext("5759e988bd862e3fe1be46a994272793", "53995c3f42cd8ad8", true));
        assertThat(trace.xray()).isEqualTo(XRAY);
    }

    @Test
    void whatAGatewayBeginsHasNoSpanYet() {
        String begun = "Root=1-5759e988-bd862e3fe1be46a994272793";

        assertThat(TraceContext.parse(null, begun).orElseThrow().spanId()).isEqualTo("e1be46a994272793");
    }

    @Test
    void w3cGoesBeforeXray() {
        assertThat(TraceContext.parse(PARENT, XRAY).orElseThrow().traceId()).startsWith("4bf92f");
        assertThat(TraceContext.parse("nonsense", XRAY).orElseThrow().traceId()).startsWith("5759e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX: y",
            })
    void whatIsNotWellFormedIsNotThere(String header) {
        assertThat(TraceContext.parse(header, null)).isEmpty();
    }

    @Test
    void alsoALaterVersionIsRead() {
        String later = "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes-later";

        assertThat(TraceContext.parse(later, null)).isPresent();
    }

    @Test
    void workOfOursIsASpanOfTheCallersTrace() {
        Traces traces = new Traces(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new Random(1));

        try (TraceScope _ = traces.open(PARENT, null)) {
            TraceContext ours = TraceScope.current().orElseThrow();
            assertThat(ours.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(ours.spanId()).isNotEqualTo("00f067aa0ba902b7");
            assertThat(ours.sampled()).isTrue();
            assertThat(MDC.get(TraceScope.TRACE)).isEqualTo(ours.traceId());
        }

        assertThat(TraceScope.current()).isEmpty();
        assertThat(MDC.get(TraceScope.TRACE)).isNull();
    }

    @Test
    void aNewTraceBeginsWithTheSecondOfItsBirth() {
        Traces traces = new Traces(Clock.fixed(Instant.ofEpochSecond(0x5759e988), ZoneOffset.UTC), new Random(1));

        try (TraceScope _ = traces.open(null, null)) {
            TraceContext begun = TraceScope.current().orElseThrow();
            assertThat(begun.traceId()).startsWith("5759e988").hasSize(32);
            assertThat(TraceContext.parse(begun.traceparent(), null)).contains(begun);
        }
    }
}
