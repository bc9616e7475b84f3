package io.lumia.local.bus;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.Machine;

/** Which queues an event goes to. Patterns are EventBridge's; event-ruler is the matcher EventBridge itself uses. */
public final class EventRoutes {

    private final Machine machine;

    public EventRoutes(List<Route> routes) {
        machine = Machine.builder().build();
        routes.forEach(this::add);
    }

    /** Names of the queues, each once, sorted; empty where no pattern fits. */
    public List<String> queuesFor(String event) {
        try {
            return machine.rulesForJSONEvent(event).stream().distinct().sorted().toList();
        } catch (Exception e) {
            throw new AppException(ErrorCode.MALFORMED_MESSAGE, "an event cannot be matched: " + e.getMessage(), e);
        }
    }

    private void add(Route route) {
        try {
            machine.addRule(route.queue(), route.pattern());
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INVALID_INPUT,
                    "the pattern of queue %s is no event pattern: %s".formatted(route.queue(), e.getMessage()),
                    e);
        }
    }

    /** @param pattern an EventBridge event pattern, JSON */
    public record Route(String queue, String pattern) {}
}
