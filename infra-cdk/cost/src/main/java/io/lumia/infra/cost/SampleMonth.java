package io.lumia.infra.cost;

import io.lumia.platform.lambda.CronSchedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;

/** A month of 30 days with 22 weekdays, in minutes from its begin; any in the past would do. */
final class SampleMonth {

    static final LocalDate BEGIN = LocalDate.of(2026, 6, 1);
    static final int DAYS = 30;
    static final int MINUTES = DAYS * 24 * 60;

    private SampleMonth() {}

    /** When a schedule ticks. */
    static int[] minutesOf(CronSchedule schedule) {
        Instant begin = BEGIN.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = BEGIN.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        IntStream.Builder minutes = IntStream.builder();
        Optional<Instant> next = schedule.nextAfter(begin.minusSeconds(1));
        while (next.isPresent() && next.get().isBefore(end)) {
            minutes.add(minuteOf(next.get()));
            next = schedule.nextAfter(next.get());
        }
        return minutes.build().toArray();
    }

    static int minuteOf(Instant instant) {
        return Math.toIntExact(
                (instant.getEpochSecond() - BEGIN.atStartOfDay(ZoneOffset.UTC).toEpochSecond()) / 60);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
