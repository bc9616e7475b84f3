package io.lumia.functions.collectionapi;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.queue.MessageSender;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was sent, or refuses it. */
@Singleton
@Replaces(MessageSender.class)
public final class FakeMessageSender implements MessageSender {

    public final List<String> sent = new ArrayList<>();
    public boolean isDown;

    @Override
    public void send(String queue, List<String> bodies) {
        if (isDown) {
            throw new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, "the queue %s is away".formatted(queue));
        }
        bodies.forEach(body -> sent.add(queue + " " + body));
    }
}
