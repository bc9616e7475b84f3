package io.lumia.functions.load;

import io.lumia.platform.event.EventBus;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was announced; fails while it is said to be down. */
final class FakeEventBus implements EventBus {

    private final List<Announcement> announced = new ArrayList<>();
    private boolean down;

    @Override
    public synchronized void put(List<Announcement> announcements) {
        if (down) {
            throw new IllegalStateException("the bus is down");
        }
        announced.addAll(announcements);
    }

    void setDown(boolean isDown) {
        down = isDown;
    }

    /** Details of all events of a type so far. */
    synchronized List<String> details(String detailType) {
        return announced.stream()
                .filter(event -> event.detailType().equals(detailType))
                .map(Announcement::detail)
                .toList();
    }

    /** Removes and returns the details of a type. */
    synchronized List<String> take(String detailType) {
        List<String> taken = details(detailType);
        announced.removeIf(event -> event.detailType().equals(detailType));
        return taken;
    }
}
