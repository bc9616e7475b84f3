package io.lumia.platform.schedule;

import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.CronSchedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule fires, in EventBridge Scheduler's expressions ("Schedule types" in its user guide). */
public sealed interface When {

    /** As Scheduler takes it, such as {@code rate(15 minutes)}. */
    String expression();

    /**
     * The first run strictly after an instant.
     *
     * @param anchor from where an interval counts
     */
    Optional<Instant> nextAfter(Instant after, Instant anchor, ZoneId zone);

    /** Reads {@code cron(…)}, {@code rate(…)} or {@code at(…)}. */
    static When parse(String expression) {
        if (expression.startsWith("cron(")) {
            return new Cron(expression);
        }
        if (expression.startsWith("rate(")) {
            return Rate.parse(expression);
        }
        if (expression.startsWith("at(")) {
            return At.parse(expression);
        }
        throw AppException.invalid(
                "schedule expression", expression, "cron(…), rate(n minutes|hours|days) or at(yyyy-mm-ddThh:mm:ss)");
    }

    /**
     * Times of day and days in the schedule's zone. A time that the zone skips in spring is left out; one that it has twice
     * in autumn fires once, the first time.
     */
    record Cron(String expression) implements When {

        public Cron {
            CronSchedule.parse(expression, "UTC");
        }

        @Override
        public Optional<Instant> nextAfter(Instant after, Instant anchor, ZoneId zone) {
            return CronSchedule.parse(expression, zone.getId()).nextAfter(after);
        }
    }

    /** The unit of an interval; a day is 24 hours, whatever the zone's clocks do. */
    enum Unit {
        MINUTES(Duration.ofMinutes(1)),
        HOURS(Duration.ofHours(1)),
        DAYS(Duration.ofDays(1));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An interval, counted from the schedule's start, which is its first run.
     *
     * @param value 1 to 10,000
     */
    record Rate(int value, Unit unit) implements When {

        private static final Pattern FORM = Pattern.compile("rate\\((\\d{1,9}) (minute|hour|day)s?\\)");
        private static final int MOST = 10_000;

        public Rate {
            if (value < 1 || value > MOST) {
                throw AppException.invalid("rate", value, "1 to " + MOST);
            }
        }

        private static Rate parse(String expression) {
            Matcher form = FORM.matcher(expression);
            if (!form.matches()) {
                throw AppException.invalid("rate", expression, "rate(n minutes|hours|days)");
            }
            Unit unit = Arrays.stream(Unit.values())
                    .filter(each -> each.code().equals(form.group(2) + "s"))
                    .findFirst()
                    .orElseThrow();
            return new Rate(Integer.parseInt(form.group(1)), unit);
        }

        @Override
        public String expression() {
            return "rate(%d %s)".formatted(value, unit.code());
        }

        @Override
        public Optional<Instant> nextAfter(Instant after, Instant anchor, ZoneId zone) {
            if (after.isBefore(anchor)) {
                return Optional.of(anchor);
            }
            Duration interval = unit.length.multipliedBy(value);
            long passed = Duration.between(anchor, after).dividedBy(interval);
            return Optional.of(anchor.plus(interval.multipliedBy(passed + 1)));
        }
    }

    /** Once, at a local time of the schedule's zone; of a time that comes twice, the first. */
    record At(LocalDateTime time) implements When {

        private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        private static final DateTimeFormatter BEHIND_BRACKET = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd'T'HH:mm:ss')'", Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);

        public At {
            if (time.getNano() != 0) {
                throw AppException.invalid("at", time, "whole seconds");
            }
        }

        private static At parse(String expression) {
            try {
                String time = expression.substring("at(".length());
                return new At(LocalDateTime.parse(time, BEHIND_BRACKET));
            } catch (DateTimeException _) {
                throw AppException.invalid("at", expression, "at(yyyy-mm-ddThh:mm:ss)");
            }
        }

        @Override
        public String expression() {
            return "at(%s)".formatted(time.format(FORM));
        }

        @Override
        public Optional<Instant> nextAfter(Instant after, Instant anchor, ZoneId zone) {
            return Optional.of(time.atZone(zone).toInstant()).filter(run -> run.isAfter(after));
        }
    }
}
