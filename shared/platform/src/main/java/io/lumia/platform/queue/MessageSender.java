package io.lumia.platform.queue;

import java.util.List;

/** Sends messages to a queue named as in {@code function.json}. Returns when all were taken, else fails naming how many were not. */
public interface MessageSender {

    /** Each body is one message, at most 256 KiB of UTF-8. */
    void send(String queue, List<String> bodies);
}
