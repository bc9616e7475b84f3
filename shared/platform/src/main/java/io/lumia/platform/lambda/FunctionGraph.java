package io.lumia.platform.lambda;

import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.FunctionDefinition.Subscription;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.lambda.Trigger.Schedule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether functions fit together: one receiver per queue, rules, schedules and names unique, nothing sent to nobody. */
final class FunctionGraph {

    private FunctionGraph() {}

    static void check(List<FunctionDefinition> functions) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> rules = new HashMap<>();
        Map<String, String> queues = new HashMap<>();
        Map<String, String> schedules = new HashMap<>();
        for (FunctionDefinition function : functions) {
            claim("function", function.name(), function.name(), names);
            for (Subscription subscription : function.subscribes()) {
                claim("rule", subscription.rule(), function.name(), rules);
            }
            for (Schedule schedule : function.trigger().schedules()) {
                claim("schedule", schedule.name(), function.name(), schedules);
            }
            if (function.trigger() instanceof Queued queued) {
                claim("queue", queued.queue().name(), function.name(), queues);
            }
        }
        for (FunctionDefinition function : functions) {
            checkSends(function, queues);
        }
    }

    private static void claim(String kind, String name, String function, Map<String, String> owners) {
        String owner = owners.putIfAbsent(name, function);
        if (owner != null) {
            throw AppException.invalid(kind + " of function " + function, name, "one that " + owner + " has not taken");
        }
    }

    private static void checkSends(FunctionDefinition function, Map<String, String> queues) {
        for (String queue : function.sends()) {
            if (!queues.containsKey(queue)) {
                throw AppException.invalid(
                        "sends of function '%s'".formatted(function.name()),
                        queue,
                        "queues with a receiver: " + queues.keySet());
            }
        }
    }
}
