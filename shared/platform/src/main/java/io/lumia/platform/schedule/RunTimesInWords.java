package io.lumia.platform.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Run times for a person who has to see whether an expression means what he wanted: {@code Thursday 26 November 2026 18:00
 * (New York), in 3 hours}. Local time of the schedule's zone; the distance is rounded to its largest unit, half up.
 */
public final class RunTimesInWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu HH:mm:ss", Locale.ENGLISH);

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final int MINUTES_IN_WORDS = 60;
    private static final int HOURS_IN_WORDS = 48;

    private RunTimesInWords() {}

    /** The next runs after now, at most {@code count}; empty where the schedule has ended. */
    public static List<String> of(ScheduleSpec schedule, Instant now, int count) {
        return schedule.nextRuns(now, count).stream()
                .map(run -> of(run, schedule.zone(), now))
                .toList();
    }

    /** One run. */
    public static String of(Instant run, String zone, Instant now) {
        boolean hasSeconds = run.getEpochSecond() % MINUTES_IN_WORDS != 0;
        return "%s (%s), %s"
                .formatted(
                        run.atZone(ZoneId.of(zone)).format(hasSeconds ? SECOND : MINUTE),
                        place(zone),
                        distance(Duration.between(now, run)));
    }

    /** The city of {@code America/New_York}. */
    private static String place(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static String distance(Duration left) {
        long minutes = left.plusSeconds(30).toMinutes();
        long hours = left.plus(HALF_AN_HOUR).toHours();
        if (minutes < 1) {
            return "in less than a minute";
        }
        if (minutes < MINUTES_IN_WORDS) {
            return in(minutes, "minute");
        }
        return hours < HOURS_IN_WORDS
                ? in(hours, "hour")
                : in(left.plus(HALF_A_DAY).toDays(), "day");
    }

    private static String in(long count, String unit) {
        return "in %d %s%s".formatted(count, unit, count == 1 ? "" : "s");
    }
}
