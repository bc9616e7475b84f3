package io.lumia.functions.runbacktest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.events.backtestrequested.v1.BacktestRequested;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.queue.SqsBatch;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GoOnTest {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();
    private static final JsonCodec JSON = CONTEXT.getBean(JsonCodec.class);
    private static final UUID BACKTEST = UUID.fromString("018c1b2a-0064-7000-8000-000000000064");
    private static final UUID MESSAGE = UUID.fromString("018c1b2a-0009-7000-8000-000000000009");

    private final FakeMessaging messaging = new FakeMessaging();
    private final List<UUID> ran = new ArrayList<>();
    private boolean finishes = true;
    private final GoOn goOn = new GoOn(
            (id, _) -> {
                ran.add(id);
                return finishes;
            },
            messaging,
            messaging,
            JSON);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void asksForNothingMoreWhenItIsFinished() {
        goOn.run(new BacktestRequested(MESSAGE, BACKTEST, 0));

        assertThat(ran).containsExactly(BACKTEST);
        assertThat(messaging.sent).isEmpty();
    }

    @Test
    void asksToGoOnByTheSameMessageHoweverOftenItIsDelivered() {
        finishes = false;

        goOn.run(new BacktestRequested(MESSAGE, BACKTEST, 3));
        goOn.run(new BacktestRequested(MESSAGE, BACKTEST, 3));

        assertThat(messaging.sent.values()).singleElement().satisfies(sent -> assertThat(
                        JSON.read(sent.detail(), BacktestRequested.class))
                .matches(next -> next.round() == 4 && next.backtestId().equals(BACKTEST))
                .matches(next -> !next.messageId().equals(MESSAGE)));
    }

    @Test
    void stopsAfterMoreRoundsThanThereCanBeDecisions() {
        BacktestRequested late = new BacktestRequested(MESSAGE, BACKTEST, GoOn.MAX_ROUNDS + 1);

        assertThatThrownBy(() -> goOn.run(late)).hasMessageContaining("at most 600");
    }

    @Test
    void takesAPersonsMessageAndRefusesWhatIsNone() {
        RunBacktestHandler handler = new RunBacktestHandler(goOn, new SqsBatch(), JSON);
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(
                message("a", JSON.write(new BacktestRequested(MESSAGE, BACKTEST, 0))), message("b", "{\"round\": 1}")));

        SQSBatchResponse response = handler.handle(event);

        assertThat(ran).containsExactly(BACKTEST);
        assertThat(response.getBatchItemFailures())
                .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .containsExactly("b");
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }

    /** Outbox and transactions in memory; a transaction here always commits. */
    private static final class FakeMessaging implements Outbox, Transactions {

        private final Map<UUID, Announcement> sent = new LinkedHashMap<>();

        @Override
        public void add(UUID eventId, Announcement announcement) {
            sent.putIfAbsent(eventId, announcement);
        }

        @Override
        public int flush(int limit) {
            return sent.size();
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return work.get();
        }
    }
}
