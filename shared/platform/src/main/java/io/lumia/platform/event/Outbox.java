package io.lumia.platform.event;

import java.util.UUID;

/**
 * Events that are stored with the facts they announce, in one transaction, and leave after it. A crash in between delays
 * an event, it never loses one and never announces what was rolled back.
 */
public interface Outbox {

    /** Inside the caller's transaction. A second add of the same id is ignored. */
    void add(UUID eventId, EventBus.Announcement announcement);

    /** Sends what waits, oldest first, at most {@code limit}; outside any transaction. Returns how many left. */
    int flush(int limit);
}
