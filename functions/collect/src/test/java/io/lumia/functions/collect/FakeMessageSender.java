package io.lumia.functions.collect;

import io.lumia.platform.queue.MessageSender;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was sent. */
final class FakeMessageSender implements MessageSender {

    final List<String> queues = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();

    @Override
    public void send(String queue, List<String> messages) {
        messages.forEach(_ -> queues.add(queue));
        bodies.addAll(messages);
    }
}
