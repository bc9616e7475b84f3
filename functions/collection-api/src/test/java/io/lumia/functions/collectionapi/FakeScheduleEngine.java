package io.lumia.functions.collectionapi;

import io.lumia.platform.schedule.ScheduleEngine;
import io.lumia.platform.schedule.ScheduleSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps schedules and never ticks. */
public final class FakeScheduleEngine implements ScheduleEngine {

    private final Map<String, ScheduleSpec> schedules = new TreeMap<>();

    @Override
    public void put(ScheduleSpec schedule) {
        schedules.put(schedule.name(), schedule);
    }

    @Override
    public boolean delete(String name) {
        return schedules.remove(name) != null;
    }

    @Override
    public Optional<ScheduleSpec> find(String name) {
        return Optional.ofNullable(schedules.get(name));
    }

    @Override
    public List<ScheduleSpec> list(String prefix) {
        return schedules.values().stream()
                .filter(schedule -> schedule.name().startsWith(prefix))
                .toList();
    }
}
