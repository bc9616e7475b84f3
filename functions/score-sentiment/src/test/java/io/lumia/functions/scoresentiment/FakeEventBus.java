package io.lumia.functions.scoresentiment;

import io.lumia.platform.event.EventBus;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was announced. */
final class FakeEventBus implements EventBus {

    private final List<Announcement> announced = new ArrayList<>();

    @Override
    public synchronized void put(List<Announcement> announcements) {
        announced.addAll(announcements);
    }

    /** Removes and returns the details of a type. */
    synchronized List<String> take(String detailType) {
        List<String> taken = announced.stream()
                .filter(event -> event.detailType().equals(detailType))
                .map(Announcement::detail)
                .toList();
        announced.removeIf(event -> event.detailType().equals(detailType));
        return taken;
    }
}
