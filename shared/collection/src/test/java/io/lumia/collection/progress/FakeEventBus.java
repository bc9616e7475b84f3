package io.lumia.collection.progress;

import io.lumia.platform.event.EventBus;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was announced. */
public final class FakeEventBus implements EventBus {

    private final List<Announcement> announced = new ArrayList<>();

    @Override
    public void put(List<Announcement> announcements) {
        announced.addAll(announcements);
    }

    /** Details of a type. */
    List<String> details(String detailType) {
        return announced.stream()
                .filter(event -> event.detailType().equals(detailType))
                .map(Announcement::detail)
                .toList();
    }
}
