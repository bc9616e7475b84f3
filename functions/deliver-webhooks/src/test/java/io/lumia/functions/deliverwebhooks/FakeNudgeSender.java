package io.lumia.functions.deliverwebhooks;

import io.lumia.platform.queue.NudgeSender;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was sent. */
@Singleton
@Replaces(NudgeSender.class)
final class FakeNudgeSender implements NudgeSender {

    final List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public boolean send(String queue, String body, Duration delay) {
        return sent.add("%s %s in %d minutes".formatted(queue, body, delay.toMinutes()));
    }
}
