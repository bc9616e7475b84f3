package io.lumia.functions.keepaccounts;

import io.lumia.platform.event.EventBus;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was announced. */
final class FakeEventBus implements EventBus {

    private final List<Announcement> sent = new ArrayList<>();

    @Override
    public void put(List<Announcement> announcements) {
        sent.addAll(announcements);
    }

    /** What was announced since the last time. */
    List<Announcement> takeSent() {
        List<Announcement> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }
}
