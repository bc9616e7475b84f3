package io.lumia.local.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what was sent; takes nothing for a queue that is down. */
final class FakeQueues implements Delivery.Receivers {

    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Set<String> down = new HashSet<>();

    @Override
    public void send(String queue, String body) {
        attempts.merge(queue, 1, Integer::sum);
        if (down.contains(queue)) {
            throw new IllegalStateException(queue + " is down");
        }
        sent.add(new Sent(queue, body));
    }

    @Override
    public void invoke(String function, String event) {
        send("function " + function, event);
    }

    void setDown(String queue, boolean isDown) {
        if (isDown) {
            down.add(queue);
        } else {
            down.remove(queue);
        }
    }

    int attempts(String queue) {
        return attempts.getOrDefault(queue, 0);
    }

    /** Bodies in the order of sending. */
    List<String> in(String queue) {
        return sent.stream()
                .filter(message -> message.queue().equals(queue))
                .map(Sent::body)
                .toList();
    }

    private record Sent(String queue, String body) {}
}
