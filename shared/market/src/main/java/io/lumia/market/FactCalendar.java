package io.lumia.market;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which facts a complete history of an asset has: a bar per session, or an observation per day, week, month, quarter or
 * year. Each expected fact has a date that stands for it, its <em>period</em>: the day itself, the week's usual day, or the
 * first day of the month, quarter or year.
 */
public sealed interface FactCalendar {

    /** How many days after a period's end its value is due, of a series whose source says so; a whole number. */
    String LAG_ATTRIBUTE = "publication_lag_days";

    int LONGEST_LAG_DAYS = 1_000;

    /** Whether the asset has observations instead of bars. */
    static boolean isSeries(AssetDefinition asset) {
        return asset.type() == AssetType.ECONOMIC_INDICATOR
                || asset.attributes().containsKey(PublicationLag.FREQUENCY);
    }

    /** @param dates of facts that are there, from which the day of a weekly series is inferred */
    static FactCalendar of(AssetDefinition asset, Collection<LocalDate> dates) {
        ExchangeCalendar calendar = ExchangeCalendar.of(asset);
        if (!isSeries(asset)) {
            return new Sessions(calendar);
        }
        Due due = Due.of(asset);
        return switch (PublicationLag.frequencyOf(asset)) {
            case DAILY -> new DailyValues(calendar, due);
            case WEEKLY -> new Weeks(usualDay(dates), due);
            case MONTHLY -> new Months(1, due);
            case QUARTERLY -> new Months(3, due);
            case YEARLY -> new Months(12, due);
            case IRREGULAR -> new Irregular();
        };
    }

    /** The periods from {@code from} to {@code to}, both included, oldest first. */
    List<LocalDate> expected(LocalDate from, LocalDate to);

    /** The period that a fact of the date is about: the day, unless a calendar has longer ones. */
    default LocalDate periodOf(LocalDate date) {
        return date;
    }

    /** The last date that is about a period. */
    default LocalDate endOf(LocalDate period) {
        return period;
    }

    /** The first date that is about a period. */
    default LocalDate startOf(LocalDate period) {
        return period;
    }

    /** Whether there can be a fact of the date at all. */
    default boolean isPossible(LocalDate date) {
        return true;
    }

    /** The last period whose fact must be there; nothing is expected after it. */
    LocalDate lastDue(AsOf asOf);

    /** Bars: due from the session's close on. */
    record Sessions(ExchangeCalendar calendar) implements FactCalendar {
        @Override
        public List<LocalDate> expected(LocalDate from, LocalDate to) {
            return calendar.expected(from, to);
        }

        @Override
        public boolean isPossible(LocalDate date) {
            return calendar.isSession(date);
        }

        @Override
        public LocalDate lastDue(AsOf asOf) {
            return calendar.lastClosedSession(asOf);
        }
    }

    /** Values of days. */
    record DailyValues(ExchangeCalendar calendar, Due due) implements FactCalendar {
        @Override
        public List<LocalDate> expected(LocalDate from, LocalDate to) {
            return calendar.expected(from, to);
        }

        @Override
        public boolean isPossible(LocalDate date) {
            return calendar.isSession(date);
        }

        @Override
        public LocalDate lastDue(AsOf asOf) {
            return due.last(this, asOf);
        }
    }

    /** Values of weeks, each dated by its usual day of the week, or in weeks with a holiday up to three days off. */
    record Weeks(DayOfWeek usualDay, Due due) implements FactCalendar {

        private static final int HALF_WEEK = 3;
        private static final int DAYS = 7;

        @Override
        public List<LocalDate> expected(LocalDate from, LocalDate to) {
            LocalDate nearest = periodOf(from);
            return steps(nearest.isBefore(from) ? nearest.plusDays(DAYS) : nearest, to, day -> day.plusDays(DAYS));
        }

        @Override
        public LocalDate periodOf(LocalDate date) {
            LocalDate earliest = date.minusDays(HALF_WEEK);
            int ahead =
                    Math.floorMod(usualDay.getValue() - earliest.getDayOfWeek().getValue(), DAYS);
            return earliest.plusDays(ahead);
        }

        @Override
        public LocalDate startOf(LocalDate period) {
            return period.minusDays(HALF_WEEK);
        }

        @Override
        public LocalDate endOf(LocalDate period) {
            return period.plusDays(HALF_WEEK);
        }

        @Override
        public LocalDate lastDue(AsOf asOf) {
            return due.last(this, asOf);
        }
    }

    /** Values of a month, a quarter or a year. */
    record Months(int months, Due due) implements FactCalendar {
        @Override
        public List<LocalDate> expected(LocalDate from, LocalDate to) {
            LocalDate period = periodOf(from);
            return steps(period.isBefore(from) ? next(period) : period, to, this::next);
        }

        @Override
        public LocalDate periodOf(LocalDate date) {
            int month = (date.getMonthValue() - 1) / months * months + 1;
            return LocalDate.of(date.getYear(), month, 1);
        }

        @Override
        public LocalDate endOf(LocalDate period) {
            return next(period).minusDays(1);
        }

        @Override
        public LocalDate lastDue(AsOf asOf) {
            return due.last(this, asOf);
        }

        private LocalDate next(LocalDate period) {
            return period.plusMonths(months);
        }
    }

    /** A rhythm that we do not know: nothing is expected, and nothing is unexpected. */
    record Irregular() implements FactCalendar {
        @Override
        public List<LocalDate> expected(LocalDate from, LocalDate to) {
            return List.of();
        }

        @Override
        public LocalDate lastDue(AsOf asOf) {
            return asOf.dateIn(ZoneOffset.UTC);
        }
    }

    /**
     * When the value of a period must be there: when its frequency's {@link PublicationLag} is over, or as many days
     * after the period's end as its source says.
     *
     * @param lagDays as the source says, negative where it says nothing
     */
    record Due(PublicationLag usual, int lagDays) {

        private static final int SAYS_NOTHING = -1;

        static Due of(AssetDefinition series) {
            String lag = series.attributes().get(LAG_ATTRIBUTE);
            return new Due(PublicationLag.of(series), lag == null ? SAYS_NOTHING : parse(lag));
        }

        private static int parse(String lag) {
            if (!lag.matches("\\d{1,4}") || Integer.parseInt(lag) > LONGEST_LAG_DAYS) {
                throw AppException.invalid(LAG_ATTRIBUTE, lag, "0 to " + LONGEST_LAG_DAYS);
            }
            return Integer.parseInt(lag);
        }

        LocalDate last(FactCalendar calendar, AsOf asOf) {
            LocalDate today = asOf.dateIn(ZoneOffset.UTC);
            if (lagDays == SAYS_NOTHING) {
                return usual.lastPublicOn(today);
            }
            LocalDate ended = today.minusDays(lagDays);
            LocalDate period = calendar.periodOf(ended);
            return calendar.endOf(period).isAfter(ended) ? period.minusDays(1) : period;
        }
    }

    private static List<LocalDate> steps(LocalDate first, LocalDate last, UnaryOperator<LocalDate> next) {
        List<LocalDate> steps = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = next.apply(date)) {
            steps.add(date);
        }
        return steps;
    }

    /** The day on which most values are dated; Friday where there is none, and of two the earlier in the week. */
    private static DayOfWeek usualDay(Collection<LocalDate> dates) {
        Map<DayOfWeek, Integer> counts = new EnumMap<>(DayOfWeek.class);
        dates.forEach(date -> counts.merge(date.getDayOfWeek(), 1, Integer::sum));
        DayOfWeek usual = DayOfWeek.FRIDAY;
        int most = 0;
        for (var entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                usual = entry.getKey();
                most = entry.getValue();
            }
        }
        return usual;
    }
}
