package io.lumia.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.FunctionName;
import io.lumia.platform.metrics.Handling;
import io.lumia.platform.metrics.Invocations;
import io.lumia.platform.metrics.MetricBook;
import io.lumia.platform.request.RequestScope;
import io.lumia.platform.request.TraceScope;
import io.lumia.platform.request.Traces;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SqsBatchTest {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();

    @Serdeable
    record Numbered(int number) {}

    private final SqsBatch batch = new SqsBatch();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(SqsBatch.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void reportsOnlyThePoisonMessageOfTen() {
        List<Integer> handled = new ArrayList<>();
        SQSEvent event = event(IntStream.range(0, 10)
                .mapToObj(number ->
                        message("id-" + number, number == 4 ? "{\"number\":" : "{\"number\":%d}".formatted(number))));

        SQSBatchResponse answer = batch.handle(event, message -> handled.add(number(message)));

        assertThat(failedIds(answer)).containsExactly("id-4");
        assertThat(handled).containsExactly(0, 1, 2, 3, 5, 6, 7, 8, 9);
    }

    @Test
    void countsWhatTookEffectAndWhatComesAgain() {
        MetricBook book = new MetricBook();
        SqsBatch measured = new SqsBatch(new Invocations(book), new Traces(Clock.systemUTC()));

        measured.handle(
                event(Stream.of(message("a", "{"), message("b", "{\"number\":1}"), message("c", "{\"number\":2}"))),
                SqsBatchTest::number);

        assertThat(book.counted(Counter.QUEUE_ITEMS, FunctionName.NONE, Handling.HANDLED))
                .isEqualTo(2);
        assertThat(book.counted(Counter.QUEUE_ITEMS, FunctionName.NONE, Handling.FAILED))
                .isEqualTo(1);
        assertThat(book.counted(Counter.INVOCATIONS, FunctionName.NONE)).isEqualTo(1);
    }

    @Test
    void goesOnWithTheTraceOfEachMessage() {
        SQSMessage sent = message("a", "1");
        sent.setMessageAttributes(
                Map.of("traceparent", attribute("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")));
        SQSMessage fromTheBus = message("b", "2");
        fromTheBus.setAttributes(
                Map.of("AWSTraceHeader", "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1"));
        List<String> traces = new ArrayList<>();

        batch.handle(
                event(Stream.of(sent, fromTheBus)),
                _ -> traces.add(TraceScope.current().orElseThrow().traceId()));

        assertThat(traces).containsExactly("4bf92f3577b34da6a3ce929d0e0e4736", "5759e988bd862e3fe1be46a994272793");
        assertThat(TraceScope.current()).isEmpty();
    }

    private static MessageAttribute attribute(String value) {
        MessageAttribute attribute = new MessageAttribute();
        attribute.setDataType("String");
        attribute.setStringValue(value);
        return attribute;
    }

    @Test
    void logsEachFailureOnceWithIdAndCode() {
        batch.handle(event(Stream.of(message("id-1", "{}"), message("id-2", "{\"number\":1}"))), SqsBatchTest::number);

        List<ILoggingEvent> failures =
                log.list.stream().filter(line -> line.getLevel() != Level.DEBUG).toList();
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().getFormattedMessage())
                .contains("id-1")
                .contains("MALFORMED_MESSAGE")
                .contains("number is missing");
    }

    @Test
    void goesOnAfterAnUnexpectedFailureAndLogsItAsOurs() {
        List<String> handled = new ArrayList<>();

        SQSBatchResponse answer = batch.handle(event(Stream.of(message("a", "1"), message("b", "2"))), message -> {
            if (message.getMessageId().equals("a")) {
                throw new IllegalStateException("broken");
            }
            handled.add(message.getBody());
        });

        assertThat(failedIds(answer)).containsExactly("a");
        assertThat(handled).containsExactly("2");
        assertThat(log.list.getFirst().getLevel()).isEqualTo(Level.ERROR);
        assertThat(log.list.getFirst().getFormattedMessage())
                .contains("INTERNAL")
                .contains("broken");
    }

    @Test
    void leavesATemporaryFailureToTheQueueAsAWarning() {
        SQSBatchResponse answer = batch.handle(event(Stream.of(message("a", "1"))), _ -> {
            throw new AppException(ErrorCode.DATABASE_UNAVAILABLE, "gone");
        });

        assertThat(failedIds(answer)).containsExactly("a");
        assertThat(log.list.getFirst().getLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void answersAnEmptyBatch() {
        assertThat(failedIds(batch.handle(new SQSEvent(), _ -> {}))).isEmpty();
    }

    @Test
    void handsOnAMessageWithoutBody() {
        SQSMessage without = new SQSMessage();
        without.setMessageId("id-1");

        assertThat(failedIds(batch.handle(event(Stream.of(without)), SqsBatchTest::number)))
                .containsExactly("id-1");
    }

    @Test
    void worksUnderTheSendersRequestId() {
        List<String> seen = new ArrayList<>();
        SQSMessage withId = message("id-1", "x");
        withId.setMessageAttributes(Map.of(RequestScope.NAME, attribute("request-12345")));
        SQSMessage withBadId = message("id-000000002", "x");
        withBadId.setMessageAttributes(Map.of(RequestScope.NAME, attribute("line\nbreak")));

        batch.handle(
                event(Stream.of(withId, withBadId)),
                _ -> seen.add(RequestScope.current().orElse("")));

        assertThat(seen).containsExactly("request-12345", "id-000000002");
        assertThat(RequestScope.current()).isEmpty();
    }

    @Test
    void worksUnderTheRequestIdOfAnEvent() {
        List<String> seen = new ArrayList<>();
        String body = """
                {"version":"0","id":"1","detail-type":"PricesLoaded","source":"lumia.load","account":"1",
                 "time":"2017-12-29T21:00:00Z","region":"eu-central-1","resources":["arn:other","request/%s"],"detail":{}}
                """;

        batch.handle(
                event(Stream.of(
                        message("message-a", body.formatted("request-12345")),
                        message("message-b", body.formatted("line break")))),
                _ -> seen.add(RequestScope.current().orElse("")));

        assertThat(seen).containsExactly("request-12345", "message-b");
    }

    private static int number(SQSMessage message) {
        return CONTEXT.getBean(JsonCodec.class)
                .read(String.valueOf(message.getBody()), Numbered.class)
                .number();
    }

    private static SQSEvent event(Stream<SQSMessage> messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(messages.toList());
        return event;
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }

    private static List<String> failedIds(SQSBatchResponse answer) {
        return answer.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }
}
