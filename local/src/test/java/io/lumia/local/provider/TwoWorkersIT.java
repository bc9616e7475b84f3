package io.lumia.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.collection.Item;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Run;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.Installation;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** Two collectors, each with a context of its own on one database, are given the same message at the same time. */
final class TwoWorkersIT {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 30);
    private static final List<String> ALL_BUT_COLLECT = List.of("plan-collection", "load", "compute-signals");
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    private Path temporary;

    @Test
    void aMessageThatIsDeliveredToTwoAtOnceIsFetchedOnce() throws Exception {
        SimulatedClock clock = new SimulatedClock(Clocks.evening(DAY), Clocks.real());
        Path folder = temporary.resolve("data");
        try (StubMarket market = new StubMarket(clock, "AAAA").takes(Duration.ofSeconds(1));
                StubbedRuntime runtime = StubbedRuntime.start(folder, clock, market.endpoint(), ALL_BUT_COLLECT);
                Installation second = Installation.open(new DataFolder(folder), "second")) {
            runtime.saveJob("AAAA");
            Run run = runtime.plan(StubbedRuntime.JOB, "manual");
            Message message =
                    runtime.queues().receive("collect", 1, PATIENCE_SECONDS).getFirst();
            String event = event(message);

            List<JsonNode> answers = bothAtOnce(runtime.functions(), second.functions(), event);

            assertThat(market.calls().of("yahoo")).isEqualTo(1);
            assertThat(answers)
                    .as("one of the two did it, the other one's message comes back later")
                    .filteredOn(answer -> answer.path("batchItemFailures").isEmpty())
                    .hasSize(1);

            JsonNode again = Json.tree(second.functions().invoke("collect", event));

            assertThat(again.path("batchItemFailures")).isEmpty();
            assertThat(market.calls().of("yahoo"))
                    .as("what was handed on is not fetched again")
                    .isEqualTo(1);
            Item item = endedItem(runtime, run.id());
            assertThat(item.status()).isEqualTo(ItemStatus.LOADED);
            assertThat(item.collecting().calls()).isEqualTo(1);
        }
    }

    /** The first item, once what was handed on is loaded. */
    private static Item endedItem(StubbedRuntime runtime, UUID run) throws InterruptedException {
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            Item item = runtime.itemsOf(run).getFirst();
            if (item.status().hasEnded()) {
                return item;
            }
            Thread.sleep(1_000);
        }
        throw new AssertionError("the answer was not loaded within %d s".formatted(PATIENCE_SECONDS));
    }

    private static List<JsonNode> bothAtOnce(FunctionHost one, FunctionHost other, String event) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(() -> invoke(one, event, start));
            Future<String> second = threads.submit(() -> invoke(other, event, start));
            return List.of(
                    Json.tree(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)),
                    Json.tree(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        }
    }

    private static String invoke(FunctionHost functions, String event, CyclicBarrier start) throws Exception {
        start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return functions.invoke("collect", event);
    }

    private static String event(Message message) {
        return Json.writeCompact(
                Map.of("Records", List.of(Map.of("messageId", message.messageId(), "body", message.body()))));
    }
}
