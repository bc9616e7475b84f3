package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.queue.QueueClient;
import io.lumia.local.queue.QueuePoller;
import io.lumia.local.runtimeapi.QueueEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The deployed event-source mappings, done here: queues are polled and batches handed to hosted functions, with only those
 * messages left that a function reports as failed. The emulator's own mappings are switched off first, or it would take the
 * messages and have nothing to run.
 */
final class HostedQueues implements AutoCloseable {

    private static final int MOST_MAPPINGS = 100;

    private final List<QueuePoller> pollers = new ArrayList<>();
    private final List<Mapping> mappings;

    private HostedQueues(List<Mapping> mappings) {
        this.mappings = mappings;
    }

    /** @param prefix of deployed names */
    static HostedQueues start(EmulatorCalls calls, String prefix, QueueClient queues, HostedFunctions functions) {
        HostedQueues hosted = new HostedQueues(mappings(calls, prefix));
        for (Mapping mapping : hosted.mappings) {
            calls.put("lambda", "/2015-03-31/event-source-mappings/" + mapping.id(), Map.of("Enabled", false));
            hosted.add(mapping, prefix, queues, functions);
        }
        return hosted;
    }

    /** Queue and function of each, for a report. */
    List<Mapping> mappings() {
        return mappings;
    }

    private void add(Mapping mapping, String prefix, QueueClient queues, HostedFunctions functions) {
        String function = mapping.function().substring(prefix.length());
        QueuePoller poller = new QueuePoller(
                new QueuePoller.Subscription(
                        function,
                        mapping.queue(),
                        Math.min(mapping.batchSize(), QueuePoller.MAX_BATCH),
                        1,
                        event -> QueueEvents.failures(functions.invoke(function, QueueEvents.json(event)))),
                queues);
        pollers.add(poller);
        poller.start();
    }

    private static List<Mapping> mappings(EmulatorCalls calls, String prefix) {
        List<Mapping> mappings = new ArrayList<>();
        JsonNode listed = calls.get("lambda", "/2015-03-31/event-source-mappings/?MaxItems=" + MOST_MAPPINGS);
        for (JsonNode mapping : listed.path("EventSourceMappings")) {
            String function = lastPart(mapping.path("FunctionArn").asText());
            if (function.startsWith(prefix)) {
                mappings.add(new Mapping(
                        mapping.path("UUID").asText(),
                        lastPart(mapping.path("EventSourceArn").asText()),
                        function,
                        mapping.path("BatchSize").asInt(QueuePoller.MAX_BATCH)));
            }
        }
        return List.copyOf(mappings);
    }

    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    @Override
    public void close() {
        pollers.forEach(QueuePoller::close);
    }

    /** @param id the emulator's */
    record Mapping(String id, String queue, String function, int batchSize) {}
}
