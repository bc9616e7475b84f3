package io.lumia.infra.cost;

import io.lumia.infra.cost.Inventory.DatabaseSize;
import io.lumia.infra.cost.Workload.Assumptions;
import io.lumia.platform.lambda.CronSchedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * For how many hours of a month a database is awake that may pause: a month of minutes is lived through, each tick, each
 * collection and each request waking it until nothing has come for its pause.
 */
final class AwakeHours {

    /** A month of 30 days with 22 weekdays, in the past; any would do. */
    private static final LocalDate MONTH = LocalDate.of(2026, 6, 1);

    private static final int DAYS = 30;
    private static final int MINUTES = DAYS * 24 * 60;
    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final LocalTime COLLECTION = LocalTime.of(18, 0);
    private static final LocalTime READING = LocalTime.of(8, 0);

    private final BitSet awake = new BitSet(MINUTES);
    private final int pauseMinutes;

    private AwakeHours(int pauseSeconds) {
        this.pauseMinutes = Math.ceilDiv(pauseSeconds, 60);
    }

    static double of(DatabaseSize database, List<CronSchedule> ticks, Workload workload) {
        if (database.pauseAfterSeconds() == 0) {
            return CostModel.HOURS;
        }
        AwakeHours hours = new AwakeHours(database.pauseAfterSeconds());
        ticks.forEach(hours::wakeAtEachTick);
        hours.wakeForSessions(workload);
        return hours.awake.cardinality() / 60.0 * CostModel.HOURS / (DAYS * 24);
    }

    private void wakeAtEachTick(CronSchedule tick) {
        Instant end = MONTH.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        Optional<Instant> next =
                tick.nextAfter(MONTH.atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1));
        while (next.isPresent() && next.get().isBefore(end)) {
            wake(minuteOf(next.get()), 1);
            next = tick.nextAfter(next.get());
        }
    }

    private void wakeForSessions(Workload workload) {
        Assumptions assumptions = workload.assumptions();
        long perReadingHour =
                Math.round(workload.requests() / Math.max(1, assumptions.sessions() * assumptions.readingHours()));
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = MONTH.plusDays(day);
            if (isWeekend(date)) {
                continue;
            }
            wake(
                    minuteOf(date.atTime(COLLECTION).atZone(EXCHANGE).toInstant()),
                    minutes(assumptions.collectionHours()));
            wakeForRequests(
                    minuteOf(date.atTime(READING).atZone(EXCHANGE).toInstant()),
                    minutes(assumptions.readingHours()),
                    perReadingHour);
        }
    }

    /** Evenly over the hours in which people ask. */
    private void wakeForRequests(int from, int minutes, long perHour) {
        if (perHour <= 0) {
            return;
        }
        int gap = Math.max(1, (int) (60 / perHour));
        for (int minute = 0; minute < minutes; minute += gap) {
            wake(from + minute, 1);
        }
    }

    private void wake(int minute, int lasting) {
        awake.set(Math.clamp(minute, 0, MINUTES), Math.clamp(minute + lasting + pauseMinutes, 0, MINUTES));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static int minutes(double hours) {
        return (int) Math.ceil(hours * 60);
    }

    private static int minuteOf(Instant instant) {
        return Math.toIntExact(
                (instant.getEpochSecond() - MONTH.atStartOfDay(ZoneOffset.UTC).toEpochSecond()) / 60);
    }
}
