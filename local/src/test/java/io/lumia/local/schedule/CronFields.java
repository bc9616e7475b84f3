package io.lumia.local.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/** Whether a minute is one of a cron expression's: a second opinion, for tests. */
final class CronFields {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final String[] fields;

    /** @param inside what stands between the brackets of {@code cron(…)} */
    CronFields(String inside) {
        this.fields = inside.split(" ");
    }

    /** The second of two local times that are the same in autumn is none; one that spring skips is never asked for. */
    boolean matches(Instant minute, ZoneId zone) {
        ZonedDateTime local = minute.atZone(zone);
        boolean isSecond = !zone.getRules()
                .getValidOffsets(local.toLocalDateTime())
                .getFirst()
                .equals(local.getOffset());
        return !isSecond
                && matches(fields[0], local.getMinute(), 0, List.of())
                && matches(fields[1], local.getHour(), 0, List.of())
                && matches(fields[2], local.getDayOfMonth(), 1, List.of())
                && matches(fields[3], local.getMonthValue(), 1, MONTHS)
                && matches(fields[4], local.getDayOfWeek().getValue() % 7 + 1, 1, DAYS)
                && matches(fields[5], local.getYear(), 1970, List.of());
    }

    private static boolean matches(String field, int value, int least, List<String> names) {
        return Stream.of(field.split(",")).anyMatch(part -> matchesPart(part, value, least, names));
    }

    private static boolean matchesPart(String part, int value, int least, List<String> names) {
        String[] baseAndStep = part.split("/");
        String[] ends = baseAndStep[0].split("-");
        boolean isAny = ends[0].equals("*") || ends[0].equals("?");
        int from = isAny ? least : number(ends[0], names);
        boolean isOpen = isAny || (ends.length == 1 && baseAndStep.length == 2);
        int to = isOpen ? Integer.MAX_VALUE : number(ends[ends.length - 1], names);
        int step = baseAndStep.length == 2 ? Integer.parseInt(baseAndStep[1]) : 1;
        return value >= from && value <= to && (value - from) % step == 0;
    }

    private static int number(String text, List<String> names) {
        return names.contains(text) ? names.indexOf(text) + 1 : Integer.parseInt(text);
    }
}
