package io.lumia.infra.cost;

import io.lumia.infra.cost.Inventory.DatabaseSize;
import io.lumia.infra.cost.Inventory.Tick;
import io.lumia.infra.cost.Workload.Asking;
import io.lumia.infra.cost.Workload.Assumptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;

/**
 * For how many hours of a month a database is awake that may pause: a month of minutes is lived through, each tick, each
 * collection and each request waking it until nothing has come for its pause.
 */
final class AwakeHours {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final LocalTime COLLECTION = LocalTime.of(18, 0);
    private static final LocalTime READING = LocalTime.of(8, 0);

    private final BitSet awake = new BitSet(SampleMonth.MINUTES);
    private final int pauseMinutes;

    private AwakeHours(int pauseSeconds) {
        this.pauseMinutes = Math.ceilDiv(pauseSeconds, 60);
    }

    static double of(DatabaseSize database, List<Tick> ticks, Workload workload) {
        if (database.pauseAfterSeconds() == 0) {
            return CostModel.HOURS;
        }
        AwakeHours hours = new AwakeHours(database.pauseAfterSeconds());
        ticks.forEach(hours::wakeAtEachTick);
        hours.wakeForCollections(workload.assumptions());
        hours.wakeForRequests(workload);
        return hours.awake.cardinality() / 60.0 * CostModel.HOURS / (SampleMonth.DAYS * 24);
    }

    private void wakeAtEachTick(Tick tick) {
        for (int minute : SampleMonth.minutesOf(tick.when())) {
            wake(minute, 1);
        }
    }

    private void wakeForCollections(Assumptions assumptions) {
        for (int day = 0; day < SampleMonth.DAYS; day++) {
            LocalDate date = SampleMonth.BEGIN.plusDays(day);
            if (!SampleMonth.isWeekend(date)) {
                wake(minuteOf(date, COLLECTION), minutes(assumptions.collectionHours()));
            }
        }
    }

    private void wakeForRequests(Workload workload) {
        Asking asking = workload.asking();
        for (int day = 0; day < SampleMonth.DAYS; day++) {
            LocalDate date = SampleMonth.BEGIN.plusDays(day);
            if (asking.onWeekends() || !SampleMonth.isWeekend(date)) {
                wakeEvenly(
                        asking.hours() == Asking.WHOLE_DAY ? day * 24 * 60 : minuteOf(date, READING),
                        minutes(asking.hours()),
                        workload.requestsPerHour());
            }
        }
    }

    private void wakeEvenly(int from, int minutes, long perHour) {
        if (perHour <= 0) {
            return;
        }
        int gap = Math.max(1, (int) (60 / perHour));
        for (int minute = 0; minute < minutes; minute += gap) {
            wake(from + minute, 1);
        }
    }

    private void wake(int minute, int lasting) {
        awake.set(
                Math.clamp(minute, 0, SampleMonth.MINUTES),
                Math.clamp(minute + lasting + pauseMinutes, 0, SampleMonth.MINUTES));
    }

    private static int minutes(double hours) {
        return (int) Math.ceil(hours * 60);
    }

    private static int minuteOf(LocalDate date, LocalTime time) {
        Instant instant = date.atTime(time).atZone(EXCHANGE).toInstant();
        return SampleMonth.minuteOf(instant);
    }
}
