package io.lumia.functions.plancollection;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.collection.progress.RunProgress;
import io.lumia.market.Dataset;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.lambda.Trigger.Schedule;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a message to the run it starts, on a real database; bus and provider are fakes. */
final class PlanCollectionHandlerTest {

    private static final Instant FRIDAY_EVENING = Instant.parse("2015-01-09T23:00:00Z");
    private static final String MESSAGE_ID = "059f36b4-87a3-44ab-83d2-661975830a7d";
    private static final String EVENT_ID = "018c1b2a-0011-7000-8000-000000000011";

    private final FakeEventBus bus = new FakeEventBus();
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(EmbeddedDatabase.fresh().properties())
            .singletons(Clock.fixed(FRIDAY_EVENING, ZoneOffset.UTC), bus, new FakeProvider())
            .start();
    private final CollectionLog log = context.getBean(CollectionLog.class);
    private final PlanCollectionHandler handler = context.getBean(PlanCollectionHandler.class);

    @BeforeEach
    void register() {
        for (String job : List.of("daily", "other")) {
            context.getBean(RegisterJob.class)
                    .register(job, "fake", "somewhere", List.of(Dataset.ASSETS, Dataset.BARS));
        }
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aSchedulesInputPlansEveryJobAndASecondDeliveryNone() {
        String input = "{\"scheduled_for\":\"2015-01-09T23:00:00Z\"}";

        assertThat(deliver(input)).isEmpty();
        assertThat(deliver(input)).isEmpty();

        assertThat(log.runs(null, 0, 10)).extracting(Run::jobName).containsExactlyInAnyOrder("daily", "other");
        assertThat(log.runs(null, 0, 10)).extracting(Run::scheduledFor).containsOnly(FRIDAY_EVENING);
    }

    @Test
    void aRequestByHandPlansOneJobAndARange() {
        assertThat(deliver("""
                {"job": "daily", "from": "2014-01-02", "to": "2014-12-31", "trigger": "backfill"}""")).isEmpty();

        Run run = log.runs(null, 0, 10).getFirst();
        assertThat(log.countRuns(null)).isEqualTo(1);
        assertThat(run.jobName()).isEqualTo("daily");
        assertThat(run.from()).isEqualTo(LocalDate.parse("2014-01-02"));
        assertThat(run.to()).isEqualTo(LocalDate.parse("2014-12-31"));
        assertThat(run.trigger()).isEqualTo("backfill");
    }

    @Test
    void withoutATickTheInstantOfSendingIsTakenSoThatASecondDeliveryStartsNothing() {
        Instant sent = Instant.parse("2015-01-09T22:59:57.250Z");
        SQSMessage message = message("{\"job\":\"daily\"}");
        message.setAttributes(Map.of("SentTimestamp", Long.toString(sent.toEpochMilli())));

        deliver(message);
        deliver(message);

        assertThat(log.runs(null, 0, 10)).extracting(Run::scheduledFor).containsExactly(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is no message",
                "{\"jop\":\"daily\"}",
                "{\"job\":\"weekly\"}",
                "{\"job\":\"daily\",\"trigger\":\"whim\"}",
                "{\"job\":\"daily\",\"from\":\"2015-01-02\",\"to\":\"2015-01-01\"}"
            })
    void reportsAMessageThatItCannotFollow(String body) {
        assertThat(deliver(body)).containsExactly(MESSAGE_ID);
        assertThat(log.countRuns(null)).isZero();
    }

    @Test
    void notesTheEndOfARunOnceAndStartsNothing() {
        String finished = event("CollectionRunFinished");

        assertThat(deliver(finished)).isEmpty();
        assertThat(deliver(finished)).isEmpty();

        assertThat(log.countRuns(null)).isZero();
        assertThat(context.getBean(Inbox.class).accept(PlanCollection.ANNOUNCER, UUID.fromString(EVENT_ID)))
                .isFalse();
    }

    @Test
    void reportsAnEventThatItDidNotSubscribeTo() {
        assertThat(deliver(event("PricesLoaded"))).containsExactly(MESSAGE_ID);
    }

    @Test
    void theFunctionFileSaysWhatTheCodeDoes() throws IOException {
        FunctionDefinition function = context.getBean(FunctionDefinitions.class)
                .parse("plan-collection", Files.readString(Path.of("function.json")));

        assertThat(function.handler()).isEqualTo(PlanCollectionHandler.class.getName());
        Queued trigger = (Queued) function.trigger();
        assertThat(trigger.queue().batchSize()).isEqualTo(1);
        assertThat(trigger.queue().visibilityTimeoutSeconds()).isGreaterThan(function.timeoutSeconds());
        Schedule schedule = trigger.schedules().getFirst();
        assertThat(schedule.when().expression()).isEqualTo("cron(0/5 * * * ? *)");
        assertThat(schedule.input()).containsEntry("keep_house", true);
        assertThat(function.emits()).contains(RunProgress.COLLECT_REQUESTED);
    }

    private List<String> deliver(String body) {
        return deliver(message(body));
    }

    /** Ids of the messages that failed. */
    private List<String> deliver(SQSMessage message) {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        return handler.handleRequest(event, null).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static SQSMessage message(String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(MESSAGE_ID);
        message.setBody(body);
        return message;
    }

    private static String event(String detailType) {
        return """
                {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "%s",
                 "source": "lumia.load", "account": "123456789012", "time": "2017-11-10T22:30:20Z",
                 "region": "eu-central-1", "resources": [],
                 "detail": {"event_id": "%s", "run_id": "018c1b2a-0002-7000-8000-000000000002", "job_name": "daily",
                   "status": "partial", "asked": 105, "failed": 1, "rows_loaded": 103, "rows_unchanged": 2,
                   "quarantined": {}, "completeness": 0.99, "seconds": 3.25, "finished_at": "2017-11-10T22:30:12Z"}}""".formatted(detailType, EVENT_ID);
    }
}
