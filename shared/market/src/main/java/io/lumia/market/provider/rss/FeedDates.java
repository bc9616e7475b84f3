package io.lumia.market.provider.rss;

import io.lumia.market.Published;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as feeds write them: RFC 822 and 2822 with all that is made of them, ISO 8601 with week and ordinal days, the C
 * library's {@code asctime}, and forms of single programs. A time without a zone is UTC. A text that names no time is a day,
 * one that names only a month or year its first day. What is no day of the calendar is no date.
 */
public final class FeedDates {

    private static final int MAX_CHARACTERS = 100;

    private static final String TIME =
            "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp]\\.?[Mm]\\b\\.?)?\\s*(\\S+)?";
    private static final String YEAR = "(\\d{4}|\\d{2})";

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\.?[ -](\\p{L}+)\\.?[ -]%s(?: %s)?".formatted(YEAR, TIME));
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}+)\\.? (\\d{1,2}) %s(?: %s)?".formatted(YEAR, TIME));

    /** {@code Sun Jan  4 16:29:06 2004}, with a zone before the year at times. */
    private static final Pattern ASCTIME =
            Pattern.compile("(\\p{L}+)\\.? (\\d{1,2}) (\\d{1,2}:\\d{2}(?::\\d{2})?)(?: ([A-Z]{2,5}))? (\\d{4})");

    private static final Pattern SLASHES = Pattern.compile("(\\d{4})/(\\d{1,2})/(\\d{1,2})(?: %s)?".formatted(TIME));

    /** {@code 2004년 05월 28일  01:31:15} and {@code 2004-05-25 오후 11:23:17}: the morning or afternoon of Seoul. */
    private static final Pattern KOREAN =
            Pattern.compile("(\\d{4})(?:년 ?|-)(\\d{1,2})(?:월 ?|-)(\\d{1,2})일? (오전|오후)? ?(\\d{1,2}):(\\d{2}):(\\d{2})");

    /** {@code 2004-július-13T9:15-05:00}. */
    private static final Pattern NAMED_MONTH =
            Pattern.compile("(\\d{4})-(\\p{L}+)-(\\d{1,2})(?:[T ]%s)?".formatted(TIME));

    private static final String ISO_TIME =
            "(?:[Tt ](\\d{1,2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?)? ?(\\S+)?)?";

    /** Seoul has had no summer time since 1988. */
    private static final ZoneId KOREA = ZoneOffset.ofHours(9);

    private static final int TWO_DIGIT_PIVOT = 50;

    private static final List<IsoDay> ISO_DAYS = List.of(
            iso("(\\d{4})-(\\d{1,2})-(\\d{1,2})", m -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))),
            iso("(\\d{4})(\\d{2})(\\d{2})", m -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))),
            iso("(\\d{4})-0(\\d{2})-(\\d{2})", m -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))),
            iso("(\\d{4})-(\\d{2})", m -> LocalDate.of(number(m, 1), number(m, 2), 1)),
            iso("(\\d{4})-?(\\d{3})", m -> LocalDate.ofYearDay(number(m, 1), number(m, 2))),
            iso("\\d{4}-?W\\d{2}(?:-?\\d)?", m -> weekDate(m.group())),
            iso("(\\d{2})-(\\d{2})-(\\d{2})", m -> LocalDate.of(2000 + number(m, 1), number(m, 2), number(m, 3))),
            iso("(\\d{2})(\\d{2})(\\d{2})", m -> LocalDate.of(2000 + number(m, 1), number(m, 2), number(m, 3))),
            // Other five digits are as likely a count of days.
            iso("(0\\d)-?(\\d{3})", m -> LocalDate.ofYearDay(2000 + number(m, 1), number(m, 2))),
            iso("(\\d{4})", m -> LocalDate.of(number(m, 1), 1, 1)),
            iso("-(\\d{2})-?(\\d{2})", m -> LocalDate.of(2000 + number(m, 1), number(m, 2), 1)));

    private FeedDates() {}

    /** A way to write a day, with a time behind it or none. */
    private record IsoDay(Pattern pattern, int groups, Function<Matcher, LocalDate> day) {}

    private static IsoDay iso(String day, Function<Matcher, LocalDate> of) {
        int groups = Pattern.compile(day).matcher("").groupCount();
        return new IsoDay(Pattern.compile(day + ISO_TIME), groups, of);
    }

    /** Empty for what is no date. */
    public static Optional<Published> parse(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        String line = text.replaceAll("\\s*\\([^()]*\\)\\s*$", "")
                .replaceAll("[,\\s\\u00A0]+", " ")
                .replaceAll(" de(?= )", "")
                .strip();
        try {
            return isoDate(line)
                    .or(() -> korean(line))
                    .or(() -> slashes(line))
                    .or(() -> words(line))
                    // The day of the week is not looked at: it is wrong as often as not.
                    .or(() ->
                            withoutFirstWord(line).flatMap(rest -> slashes(rest).or(() -> words(rest))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> withoutFirstWord(String line) {
        String rest = line.replaceFirst("^\\p{L}+\\.? ", "");
        return rest.length() < line.length() ? Optional.of(rest) : Optional.empty();
    }

    private static Optional<Published> isoDate(String line) {
        for (IsoDay form : ISO_DAYS) {
            Matcher m = form.pattern().matcher(line);
            if (m.matches()) {
                LocalDate day = form.day().apply(m);
                int time = form.groups() + 1;
                if (m.group(time) == null) {
                    return Optional.of(Published.on(day));
                }
                LocalTime at = LocalTime.of(number(m, time), number(m, time + 1), second(m, time + 2));
                return instant(day, at, m.group(time + 3));
            }
        }
        return Optional.empty();
    }

    private static LocalDate weekDate(String text) {
        String digits = text.replaceAll("\\D", "");
        String day = digits.length() == 7 ? digits.substring(6) : "1";
        return LocalDate.parse(
                "%s-W%s-%s".formatted(digits.substring(0, 4), digits.substring(4, 6), day),
                DateTimeFormatter.ISO_WEEK_DATE);
    }

    private static Optional<Published> korean(String line) {
        Matcher m = KOREAN.matcher(line);
        if (!m.matches() || (m.group(4) == null && line.indexOf('년') < 0)) {
            return Optional.empty();
        }
        String half = m.group(4) == null ? "" : m.group(4).equals("오후") ? "PM" : "AM";
        LocalTime time = time(number(m, 5), number(m, 6), number(m, 7), half);
        LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
        return Optional.of(Published.at(day.atTime(time).atZone(KOREA).toInstant()));
    }

    private static Optional<Published> slashes(String line) {
        Matcher m = SLASHES.matcher(line);
        return m.matches() ? published(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)), m, 4) : Optional.empty();
    }

    private static Optional<Published> words(String line) {
        Matcher m = DAY_FIRST.matcher(line);
        if (m.matches()) {
            return day(m.group(3), m.group(2), number(m, 1)).flatMap(day -> published(day, m, 4));
        }
        Matcher named = NAMED_MONTH.matcher(line);
        if (named.matches()) {
            return day(named.group(1), named.group(2), number(named, 3)).flatMap(day -> published(day, named, 4));
        }
        Matcher asctime = ASCTIME.matcher(line);
        if (asctime.matches()) {
            String zone = asctime.group(4) == null ? "" : " " + asctime.group(4);
            return words("%s %s %s %s%s"
                    .formatted(asctime.group(2), asctime.group(1), asctime.group(5), asctime.group(3), zone));
        }
        Matcher american = MONTH_FIRST.matcher(line);
        return american.matches()
                ? day(american.group(3), american.group(1), number(american, 2))
                        .flatMap(day -> published(day, american, 4))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, int day) {
        OptionalInt number = MonthNames.number(month);
        return number.isPresent() ? Optional.of(LocalDate.of(year(year), number.getAsInt(), day)) : Optional.empty();
    }

    /** Two digits as RFC 2822 (2001), section 4.3, has them. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < TWO_DIGIT_PIVOT ? 2000 : 1900);
    }

    /** @param first of the groups of {@link #TIME} */
    private static Optional<Published> published(LocalDate day, Matcher m, int first) {
        if (m.group(first) == null) {
            return Optional.of(Published.on(day));
        }
        String half = m.group(first + 3) == null ? "" : m.group(first + 3);
        LocalTime time = time(number(m, first), number(m, first + 1), second(m, first + 2), half);
        return instant(day, time, m.group(first + 4));
    }

    private static LocalTime time(int hour, int minute, int second, String half) {
        if (half.isEmpty()) {
            return LocalTime.of(hour, minute, second);
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("hour of a half day is " + hour);
        }
        boolean isAfternoon = half.startsWith("P") || half.startsWith("p");
        return LocalTime.of(hour % 12 + (isAfternoon ? 12 : 0), minute, second);
    }

    private static Optional<Published> instant(
            LocalDate day, LocalTime time, @org.jspecify.annotations.Nullable String zone) {
        return ZoneNames.zone(zone == null ? "" : zone)
                .map(known -> Published.at(day.atTime(time).atZone(known).toInstant()));
    }

    /** A leap second is the one before it. */
    private static int second(Matcher m, int group) {
        return number(m, group) == 60 ? 59 : number(m, group);
    }

    private static int number(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
