package io.lumia.platform.lambda;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What {@code function.json} says of a function. The deployment and the local program both go by it, so that laptop and
 * cloud cannot drift. Every value is checked; {@code function.schema.json} beside this class says the same in JSON Schema.
 *
 * @param name                its folder's name
 * @param handler             class with Lambda's constructor
 * @param sends               queues it may send to
 * @param emits               detail-types it may announce
 * @param reservedConcurrency how many may run at once; empty for no bound of its own
 * @param secrets             names of secrets it may read
 * @param environment         further environment variables
 */
public record FunctionDefinition(
        String name,
        String description,
        String handler,
        Trigger trigger,
        List<Subscription> subscribes,
        List<String> sends,
        List<String> emits,
        Access objects,
        Access database,
        int memoryMegabytes,
        int timeoutSeconds,
        OptionalInt reservedConcurrency,
        List<String> secrets,
        Map<String, String> environment) {

    public FunctionDefinition {
        subscribes = List.copyOf(subscribes);
        sends = List.copyOf(sends);
        emits = List.copyOf(emits);
        secrets = List.copyOf(secrets);
        environment = Map.copyOf(environment);
    }

    /**
     * Events that reach the function's queue.
     *
     * @param rule    unique among all functions
     * @param pattern an EventBridge event pattern, as JSON
     */
    public record Subscription(String rule, String pattern) {}
}
