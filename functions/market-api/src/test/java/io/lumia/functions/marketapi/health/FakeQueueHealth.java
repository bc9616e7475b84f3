package io.lumia.functions.marketapi.health;

import java.util.ArrayList;
import java.util.List;

/** Queues whose depths a test sets. */
public final class FakeQueueHealth implements QueueHealth {

    public final List<QueueDepth> depths = new ArrayList<>(List.of(QueueDepth.of("collect", 3, 1, 0, 0)));

    @Override
    public List<QueueDepth> depths() {
        return List.copyOf(depths);
    }
}
