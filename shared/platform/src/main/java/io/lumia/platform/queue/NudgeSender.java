package io.lumia.platform.queue;

import java.time.Duration;

/**
 * Wakes the function behind a queue without waiting for its schedule. A nudge says only that there may be something to do: it is
 * tried once and shortly, and one that is lost costs time, no more. What must arrive goes by {@link MessageSender}.
 */
public interface NudgeSender {

    /** The longest that SQS holds a message back. */
    Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /**
     * Tries once.
     *
     * @param delay for which the message is held back, at most {@link #LONGEST_DELAY}
     * @return whether the queue took it
     */
    boolean send(String queue, String body, Duration delay);
}
