package io.lumia.functions.recommendationapi;

import io.lumia.platform.event.EventBus;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was announced. */
public final class FakeEventBus implements EventBus {

    public final List<Announcement> announced = new ArrayList<>();

    @Override
    public void put(List<Announcement> announcements) {
        announced.addAll(announcements);
    }
}
