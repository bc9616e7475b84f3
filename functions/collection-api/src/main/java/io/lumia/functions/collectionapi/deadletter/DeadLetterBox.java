package io.lumia.functions.collectionapi.deadletter;

import java.time.Instant;
import java.util.List;

/** The messages that failed as often as their queue allows. */
public interface DeadLetterBox {

    /** Queues whose dead letters are looked after. */
    List<String> queues();

    /** How many lie there; a count that SQS itself calls approximate. */
    int count(String queue);

    /** Some of them, at most so many; they stay where they are. */
    List<DeadLetter> list(String queue, int most);

    /**
     * Sends them to their queue again, at most so many. Each is deleted only after it was sent, so a crash may double, never
     * lose, one. Returns how many were sent.
     */
    int replay(String queue, int most);

    /**
     * A message.
     *
     * @param queue    the queue it died in
     * @param sentAt   when it was sent first
     * @param receives how often it was handed out since it lies here
     */
    record DeadLetter(String queue, String messageId, Instant sentAt, int receives, String body) {}
}
