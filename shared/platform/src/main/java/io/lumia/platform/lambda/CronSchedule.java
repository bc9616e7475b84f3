package io.lumia.platform.lambda;

import io.lumia.kernel.AppException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day and days, as EventBridge Scheduler writes them: {@code cron(minutes hours day-of-month month day-of-week
 * year)}, with {@code *}, {@code ?}, lists, ranges and steps; months and days of the week as numbers or names (Sunday is
 * 1). {@code L}, {@code W} and {@code #} are not taken. In the zone's summer-time gap a run is left out, in its overlap
 * it happens once, the first time.
 */
public final class CronSchedule {

    private static final Pattern FORM = Pattern.compile("cron\\((\\S+) (\\S+) (\\S+) (\\S+) (\\S+) (\\S+)\\)");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    /** Every date comes again within this time (29 February across a century that is no leap year). */
    private static final int SEARCHED_DAYS = 366 * 9;

    private final String expression;
    private final ZoneId zone;
    private final Fields fields;

    private CronSchedule(String expression, ZoneId zone, Fields fields) {
        this.expression = expression;
        this.zone = zone;
        this.fields = fields;
    }

    /** Which values each field allows. */
    private record Fields(
            BitSet minutes, BitSet hours, BitSet daysOfMonth, BitSet months, BitSet daysOfWeek, BitSet years) {

        boolean includes(LocalDate date) {
            return years.get(date.getYear())
                    && months.get(date.getMonthValue())
                    && daysOfMonth.get(date.getDayOfMonth())
                    && daysOfWeek.get(date.getDayOfWeek().getValue() % 7 + 1);
        }

        /** The first allowed time of day from the given minute on. */
        Optional<LocalTime> firstFrom(int hour, int minute) {
            for (int at = hours.nextSetBit(hour); at >= 0; at = hours.nextSetBit(at + 1)) {
                int inHour = minutes.nextSetBit(at == hour ? minute : 0);
                if (inHour >= 0) {
                    return Optional.of(LocalTime.of(at, inHour));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Reads an expression.
     *
     * @param zone an IANA name, such as {@code America/New_York}
     */
    public static CronSchedule parse(String expression, String zone) {
        Matcher form = FORM.matcher(expression);
        if (!form.matches() || form.group(3).equals("?") == form.group(5).equals("?")) {
            throw AppException.invalid(
                    "cron",
                    expression,
                    "cron(minutes hours day-of-month month day-of-week year), one of the days being ?");
        }
        Fields fields = new Fields(
                field(expression, form.group(1), 0, 59, List.of()),
                field(expression, form.group(2), 0, 23, List.of()),
                field(expression, form.group(3), 1, 31, List.of()),
                field(expression, form.group(4), 1, 12, MONTHS),
                field(expression, form.group(5), 1, 7, DAYS),
                field(expression, form.group(6), FIRST_YEAR, LAST_YEAR, List.of()));
        return new CronSchedule(expression, zoneOf(zone), fields);
    }

    /** As written, with {@code cron(…)} around it. */
    public String expression() {
        return expression;
    }

    /** Whose clock is meant. */
    public ZoneId zone() {
        return zone;
    }

    /** The first run strictly after an instant; empty when there is none within nine years. */
    public Optional<Instant> nextAfter(Instant instant) {
        ZonedDateTime from = instant.atZone(zone);
        LocalDate date = from.toLocalDate();
        for (int day = 0; day < SEARCHED_DAYS; day++, date = date.plusDays(1)) {
            if (fields.includes(date)) {
                Optional<Instant> run = firstOn(date, instant);
                if (run.isPresent()) {
                    return run;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> firstOn(LocalDate date, Instant after) {
        Optional<LocalTime> time = fields.firstFrom(0, 0);
        while (time.isPresent()) {
            ZonedDateTime run = date.atTime(time.get()).atZone(zone);
            boolean exists = run.toLocalTime().equals(time.get());
            if (exists && run.toInstant().isAfter(after)) {
                return Optional.of(run.toInstant());
            }
            LocalTime next = time.get().plusMinutes(1);
            time = next.equals(LocalTime.MIDNIGHT)
                    ? Optional.empty()
                    : fields.firstFrom(next.getHour(), next.getMinute());
        }
        return Optional.empty();
    }

    private static ZoneId zoneOf(String zone) {
        try {
            return ZoneId.of(zone, Map.of());
        } catch (DateTimeException _) {
            throw AppException.invalid("zone", zone, "an IANA name such as America/New_York or UTC");
        }
    }

    private static BitSet field(String expression, String text, int least, int most, List<String> names) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            try {
                add(values, part, least, most, names);
            } catch (IllegalArgumentException e) {
                throw AppException.invalid(
                        "cron " + expression, part, "values from %d to %d, ranges, steps".formatted(least, most));
            }
        }
        return values;
    }

    private static void add(BitSet values, String part, int least, int most, List<String> names) {
        String[] rangeAndStep = part.split("/", -1);
        String[] ends = rangeAndStep[0].split("-", -1);
        boolean any = rangeAndStep[0].equals("*") || (rangeAndStep[0].equals("?") && least == 1);
        int from = any ? least : value(ends[0], names);
        int to = any || (rangeAndStep.length == 2 && ends.length == 1) ? most : value(ends[ends.length - 1], names);
        int step = rangeAndStep.length == 2 ? Integer.parseInt(rangeAndStep[1]) : 1;
        if (rangeAndStep.length > 2 || ends.length > 2 || step < 1 || from < least || to > most || from > to) {
            throw new IllegalArgumentException(part);
        }
        for (int value = from; value <= to; value += step) {
            values.set(value);
        }
    }

    private static int value(String text, List<String> names) {
        int named = names.indexOf(text);
        return named >= 0 ? named + 1 : Integer.parseInt(text);
    }
}
