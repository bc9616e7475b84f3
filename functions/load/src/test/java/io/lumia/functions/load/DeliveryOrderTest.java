package io.lumia.functions.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.functions.plancollection.PlanOutcome.Planned;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQS may do to messages: double them, reorder them, deliver them to two loaders at once, mix in a broken one. */
final class DeliveryOrderTest {

    private static final int SYMBOLS = 250;
    private static final String TICK = "2015-01-09T23:00:00Z";

    @TempDir
    Path folder;

    @Test
    void doubledReorderedAndConcurrentDeliveriesGiveTheSameFactsAsOneInOrder() {
        String inOrder;
        try (Workplace workplace = prepared("in-order")) {
            workplace.day(TICK);
            inOrder = workplace.hashOfFacts();
        }

        try (Workplace workplace = prepared("shuffled")) {
            Planned planned = (Planned) workplace.tick(TICK);
            workplace.collected().forEach(workplace::deliver);
            List<AnswerCollected> bars = workplace.collected();
            deliverByTwo(workplace, shuffledWithReplays(bars));

            Run run =
                    workplace.get(CollectionLog.class).findRun(planned.runId()).orElseThrow();
            assertThat(bars).hasSize(SYMBOLS / 25);
            assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
            assertThat(run.rowsLoaded()).isEqualTo(SYMBOLS + SYMBOLS * 6L);
            assertThat(workplace.hashOfFacts()).isEqualTo(inOrder);
        }
    }

    @Test
    void onlyThePoisonInABatchOfTenIsReportedBack() {
        try (Workplace workplace = prepared("poison")) {
            Planned planned = (Planned) workplace.tick(TICK);
            workplace.collected().forEach(workplace::deliver);
            List<String> bodies = new ArrayList<>(
                    workplace.collected().stream().map(workplace::json).toList());
            String healthy = bodies.get(4);
            bodies.set(4, "{\"message_id\": \"not an id\"");

            var answer = workplace.deliver(bodies, 1);

            assertThat(answer.getBatchItemFailures())
                    .extracting(failure -> failure.getItemIdentifier())
                    .containsExactly("sqs-4");
            assertThat(workplace.query("SELECT count(DISTINCT asset_id) FROM market.daily_bar"))
                    .isEqualTo("225");
            CollectionLog log = workplace.get(CollectionLog.class);
            assertThat(log.findRun(planned.runId()).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);

            workplace.deliver(List.of(healthy), 2);

            assertThat(log.findRun(planned.runId()).orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
        }
    }

    private Workplace prepared(String name) {
        Workplace workplace = new Workplace(folder.resolve(name));
        workplace.writeManifest("2015-01-31");
        List<String> assets = new ArrayList<>(List.of("symbol,name,asset_type,exchange,currency"));
        List<String> bars = new ArrayList<>(List.of("symbol,date,open,high,low,close,volume"));
        List<String> sessions =
                List.of("2015-01-02", "2015-01-05", "2015-01-06", "2015-01-07", "2015-01-08", "2015-01-09");
        for (int i = 0; i < SYMBOLS; i++) {
            assets.add("S%03d,Company %d,stock,XNYS,USD".formatted(i, i));
            for (String session : sessions) {
                int close = 50 + i + LocalDate.parse(session).getDayOfMonth();
                bars.add("S%03d,%s,%d,%d,%d,%d,1000".formatted(i, session, close, close + 1, close - 1, close));
            }
        }
        workplace.write("assets.csv", assets.toArray(String[]::new));
        workplace.write("bars.csv", bars.toArray(String[]::new));
        workplace.register();
        return workplace;
    }

    private static List<AnswerCollected> shuffledWithReplays(List<AnswerCollected> answers) {
        List<AnswerCollected> deliveries = new ArrayList<>(answers);
        deliveries.addAll(answers.subList(0, answers.size() / 5));
        Collections.shuffle(deliveries, new Random(7));
        return deliveries;
    }

    /** Both get all messages, in opposite orders: each is delivered twice, some of them at the same time. */
    private static void deliverByTwo(Workplace workplace, List<AnswerCollected> deliveries) {
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> deliveries.reversed().forEach(workplace::deliver));
        deliveries.forEach(workplace::deliver);
        other.join();
    }
}
