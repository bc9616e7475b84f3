package io.lumia.local.schedule;

import io.lumia.local.schedule.ScheduleTable.Stored;
import io.lumia.platform.schedule.ScheduleEngine;
import io.lumia.platform.schedule.ScheduleSpec;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link ScheduleEngine} in our own table, which {@link Dispatcher} works off. */
@Singleton
@Requires(beans = ScheduleTable.class)
public final class EmbeddedScheduleEngine implements ScheduleEngine {

    private final ScheduleTable table;
    private final Clock clock;

    public EmbeddedScheduleEngine(ScheduleTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void put(ScheduleSpec schedule) {
        Instant now = clock.instant();
        table.save(schedule.asPutAt(now), now);
    }

    @Override
    public boolean delete(String name) {
        return table.delete(name);
    }

    @Override
    public Optional<ScheduleSpec> find(String name) {
        return table.find(name);
    }

    @Override
    public List<ScheduleSpec> list(String prefix) {
        return table.all(prefix).stream().map(Stored::spec).toList();
    }
}
