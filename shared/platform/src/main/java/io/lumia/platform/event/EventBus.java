package io.lumia.platform.event;

import io.lumia.platform.request.Cause;
import java.util.List;

/** The custom event bus. Returns when all events were taken, else fails naming how many were not. */
public interface EventBus {

    void put(List<Announcement> announcements);

    /**
     * One event.
     *
     * @param source     who announces, such as {@code lumia.load}
     * @param detailType the event's name, such as {@code PricesLoaded}
     * @param detail     its JSON
     * @param cause      what it follows from, which travels beside the detail
     */
    record Announcement(String source, String detailType, String detail, Cause cause) {

        /** Follows from what this thread works on. */
        public Announcement(String source, String detailType, String detail) {
            this(source, detailType, detail, Cause.current());
        }
    }
}
