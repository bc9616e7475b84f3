package io.lumia.market.check;

import io.lumia.market.AssetDefinition;
import io.lumia.market.FactCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which facts there should be and are not: the sessions that a calendar expects a bar of, or the days, weeks, months, quarters
 * or years that a series has an observation of ({@link FactCalendar}), within a range and the asset's life, against the dates
 * that are there.
 *
 * @param expected   facts that there should be
 * @param present    how many of those are there
 * @param missing    the rest, neighbours taken together, oldest first
 * @param unexpected dates of facts that should not be there: the market was closed, the asset not alive, or the period has
 *     another one; oldest first
 * @param last       the last date there is a fact of, null where there is none
 * @param staleSessions facts expected after {@code last} up to the end of the range
 */
public record Completeness(
        int expected,
        int present,
        List<Gap> missing,
        List<LocalDate> unexpected,
        @Nullable LocalDate last,
        int staleSessions) {

    public Completeness {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
    }

    /**
     * Expected facts that are missing, none that is there between them.
     *
     * @param from     first; of a week, month, quarter or year the date that stands for it
     * @param to       last, included
     * @param sessions how many
     */
    public record Gap(LocalDate from, LocalDate to, int sessions) {}

    /** A fraction; 1 where nothing is expected. */
    public double ratio() {
        return expected == 0 ? 1 : (double) present / expected;
    }

    /** @param from and {@code to} are both included; {@code to} should be the last fact that is due, or before. */
    public static Completeness of(AssetDefinition asset, LocalDate from, LocalDate to, List<LocalDate> dates) {
        FactCalendar calendar = FactCalendar.of(asset, dates);
        LocalDate first = later(from, asset.firstDate());
        LocalDate end = earlier(to, asset.lastDate());
        Set<LocalDate> there = new HashSet<>();
        dates.forEach(date -> there.add(calendar.periodOf(date)));
        List<LocalDate> expected = calendar.expected(first, end);
        @Nullable
        LocalDate last = dates.stream()
                .filter(date -> !date.isAfter(to))
                .max(LocalDate::compareTo)
                .orElse(null);
        int present = (int) expected.stream().filter(there::contains).count();
        int stale = (int) expected.stream()
                .filter(date -> last == null || date.isAfter(calendar.periodOf(last)))
                .count();
        List<LocalDate> inRange = dates.stream()
                .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                .distinct()
                .sorted()
                .toList();
        return new Completeness(
                expected.size(),
                present,
                gaps(expected, there),
                unexpected(calendar, first, end, inRange),
                last,
                stale);
    }

    /** A fact that is there ends a gap, even one that nobody expected. */
    private static List<Gap> gaps(List<LocalDate> expected, Set<LocalDate> there) {
        GapCollector gaps = new GapCollector();
        NavigableSet<LocalDate> ordered = new TreeSet<>(there);
        for (LocalDate date : expected) {
            if (there.contains(date)) {
                gaps.close();
            } else {
                gaps.closeIfAnyBetween(ordered, date);
                gaps.add(date);
            }
        }
        gaps.close();
        return gaps.all;
    }

    /** Over several assets: sums, without gaps. */
    public Completeness plus(Completeness other) {
        LocalDate latest = last == null || (other.last != null && other.last.isAfter(last)) ? other.last : last;
        return new Completeness(
                expected + other.expected,
                present + other.present,
                List.of(),
                List.of(),
                latest,
                Math.min(staleSessions, other.staleSessions));
    }

    private static List<LocalDate> unexpected(
            FactCalendar calendar, LocalDate first, LocalDate end, List<LocalDate> dates) {
        List<LocalDate> unexpected = new ArrayList<>();
        Set<LocalDate> taken = new HashSet<>();
        for (LocalDate date : dates) {
            boolean alive = !date.isBefore(first) && !date.isAfter(end);
            if (!alive || !calendar.isPossible(date) || !taken.add(calendar.periodOf(date))) {
                unexpected.add(date);
            }
        }
        return unexpected;
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /** Puts neighbouring missing facts together. */
    private static final class GapCollector {

        private final List<Gap> all = new ArrayList<>();
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private int sessions;

        void closeIfAnyBetween(NavigableSet<LocalDate> there, LocalDate next) {
            LocalDate before = there.lower(next);
            if (to != null && before != null && before.isAfter(to)) {
                close();
            }
        }

        void add(LocalDate session) {
            from = from == null ? session : from;
            to = session;
            sessions++;
        }

        void close() {
            if (from != null && to != null) {
                all.add(new Gap(from, to, sessions));
            }
            from = null;
            to = null;
            sessions = 0;
        }
    }
}
