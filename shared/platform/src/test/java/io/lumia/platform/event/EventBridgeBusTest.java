package io.lumia.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.StubServer;
import io.lumia.platform.StubServer.Answer;
import io.lumia.platform.StubServer.Request;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.request.Cause;
import io.lumia.platform.request.RequestScope;
import io.lumia.platform.request.TraceContext;
import io.lumia.platform.retry.Backoff;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Against a stub that speaks PutEvents: 200 with a result for each entry, in order. */
class EventBridgeBusTest {

    private static final Pattern NUMBER = Pattern.compile("\\{\\\\\"number\\\\\":(\\d+)");

    private final List<Integer> taken = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private int calls;

    @Test
    void putsMoreEventsThanOneCallTakes() {
        put(announcements(23), _ -> "");

        assertThat(taken)
                .containsExactlyElementsOf(IntStream.range(0, 23).boxed().toList());
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void namesBusSourceAndDetailType() {
        put(announcements(1), _ -> "");

        assertThat(bodies.getFirst())
                .contains("\"EventBusName\":\"lumia\"")
                .contains("\"Source\":\"lumia.load\"")
                .contains("\"DetailType\":\"PricesLoaded\"")
                .contains("\"Detail\":\"{\\\"number\\\":0");
    }

    @Test
    void sendsWhatAnEventFollowsFromWhoeverPutsIt() {
        TraceContext trace = new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
        Announcement announcement =
                new Announcement("lumia.load", "PricesLoaded", "{\"number\":0}", new Cause("request-12345", trace));

        try (RequestScope _ = RequestScope.open("request-of-another")) {
            put(List.of(announcement), _ -> "");
        }

        assertThat(bodies.getFirst())
                .contains("\"Resources\":[\"request/request-12345\"]")
                .contains("\"TraceHeader\":\"" + trace.xray() + "\"");
    }

    @Test
    void putsAgainOnlyWhatAPartialAnswerLeftOver() {
        put(announcements(5), number -> calls == 1 && number % 2 == 1 ? "ThrottlingException" : "");

        assertThat(taken).containsExactly(0, 2, 4, 1, 3);
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void givesUpAfterItsAttemptsAndNamesHowMany() {
        assertThatThrownBy(() -> put(announcements(5), number -> number == 2 ? "InternalFailure" : ""))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE))
                .hasMessageContaining("1 of 5 events")
                .hasMessageContaining("'lumia'")
                .hasMessageContaining("InternalFailure");
        assertThat(calls).isEqualTo(4);
        assertThat(taken).containsExactly(0, 1, 3, 4);
    }

    @Test
    void doesNotRepeatWhatCanNeverBeTaken() {
        assertThatThrownBy(() -> put(announcements(2), number -> number == 1 ? "MalformedDetail" : ""))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("1 of 2 events")
                .hasMessageContaining("MalformedDetail");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void splitsByteHeavyBatches() {
        List<Announcement> heavy = IntStream.range(0, 5)
                .mapToObj(number -> announcement(number, "x".repeat(100_000)))
                .toList();

        put(heavy, _ -> "");

        assertThat(taken).containsExactly(0, 1, 2, 3, 4);
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void refusesAnEventBeyondTheLimit() {
        assertThatThrownBy(() -> put(List.of(announcement(0, "x".repeat(EventBridgeBus.MAX_BYTES))), _ -> ""))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("PricesLoaded")
                .hasMessageContaining("262144");
        assertThat(calls).isZero();
    }

    @Test
    void putsNothingForNoEvents() {
        put(List.of(), _ -> "");

        assertThat(calls).isZero();
    }

    @Test
    void saysThatTheBusDoesNotExist() {
        Answer notFound = Answer.of(
                400,
                "application/x-amz-json-1.1",
                "{\"__type\":\"ResourceNotFoundException\",\"message\":\"Event bus lumia does not exist.\"}");
        try (StubServer server = new StubServer(_ -> notFound);
                ApplicationContext context = context(server.address())) {
            assertThatThrownBy(() -> bus(context).put(announcements(1)))
                    .isInstanceOfSatisfying(
                            AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                    .hasMessageContaining("putting 1 of 1 events on bus 'lumia'");
        }
    }

    @Test
    void isThereOnlyWhereTheBusHasAName() {
        try (ApplicationContext without = ApplicationContext.run();
                ApplicationContext with = context("http://127.0.0.1:1")) {
            assertThat(without.containsBean(EventBus.class)).isFalse();
            assertThat(with.getBean(EventBus.class)).isInstanceOf(EventBridgeBus.class);
        }
    }

    private void put(List<Announcement> announcements, Function<Integer, String> errorOf) {
        try (StubServer server = new StubServer(request -> answer(request, errorOf));
                ApplicationContext context = context(server.address())) {
            bus(context).put(announcements);
        }
    }

    private Answer answer(Request request, Function<Integer, String> errorOf) {
        calls++;
        bodies.add(request.text());
        assertThat(request.header("X-amz-target")).isEqualTo("AWSEvents.PutEvents");
        List<String> results = new ArrayList<>();
        int failed = 0;
        Matcher entry = NUMBER.matcher(request.text());
        while (entry.find()) {
            int number = Integer.parseInt(entry.group(1));
            String error = errorOf.apply(number);
            if (error.isEmpty()) {
                taken.add(number);
                results.add("{\"EventId\":\"%d\"}".formatted(number));
            } else {
                failed++;
                results.add("{\"ErrorCode\":\"%s\",\"ErrorMessage\":\"no\"}".formatted(error));
            }
        }
        return Answer.of(
                200,
                "application/x-amz-json-1.1",
                "{\"FailedEntryCount\":%d,\"Entries\":[%s]}".formatted(failed, String.join(",", results)));
    }

    private static EventBridgeBus bus(ApplicationContext context) {
        Backoff noWaiting = new Backoff(4, Duration.ofMillis(10), Duration.ofMillis(20), new Random(1), _ -> {});
        return new EventBridgeBus(() -> context.getBean(EventBridgeClient.class), "lumia", noWaiting);
    }

    private static ApplicationContext context(String address) {
        return ApplicationContext.run(Map.of(
                "aws.services.eventbridge.endpoint-override", address,
                "aws.region", "eu-central-1",
                "aws.access-key-id", "local",
                "aws.secret-key", "local",
                "lumia.events.bus-name", "lumia"));
    }

    private static List<Announcement> announcements(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> announcement(number, ""))
                .toList();
    }

    private static Announcement announcement(int number, String padding) {
        return new Announcement(
                "lumia.load", "PricesLoaded", "{\"number\":%d,\"padding\":\"%s\"}".formatted(number, padding));
    }
}
