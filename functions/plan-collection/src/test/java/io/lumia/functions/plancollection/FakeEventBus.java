package io.lumia.functions.plancollection;

import io.lumia.platform.event.EventBus;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was announced; fails while it is said to be down. */
final class FakeEventBus implements EventBus {

    final List<Announcement> announced = new ArrayList<>();
    private boolean down;

    @Override
    public void put(List<Announcement> announcements) {
        if (down) {
            throw new IllegalStateException("the bus is down");
        }
        announced.addAll(announcements);
    }

    void setDown(boolean isDown) {
        down = isDown;
    }
}
