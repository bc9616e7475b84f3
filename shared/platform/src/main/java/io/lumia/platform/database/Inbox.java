package io.lumia.platform.database;

import java.util.UUID;

/** Remembers which messages took effect, in the transaction of the effect: at-least-once delivery, exactly-once effect. */
public interface Inbox {

    /** Whether the message is new to the consumer; notes it. Must run inside the transaction of the effect. */
    boolean accept(String consumer, UUID messageId);
}
