package io.lumia.market.check;

import io.lumia.market.AssetDefinition;
import io.lumia.market.ExchangeCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bars there should be and are not: the sessions that a calendar expects, within a range and the asset's life,
 * against the dates that are there.
 *
 * @param expected   sessions there should be a bar of
 * @param present    of those the ones there is one of
 * @param missing    the rest, neighbouring sessions taken together, oldest first
 * @param unexpected dates there is a bar of although the market was closed or the asset not alive, oldest first
 * @param last       the last date there is a bar of, null where there is none
 * @param staleSessions sessions after {@code last} up to the end of the range
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
     * Sessions without a bar, none with a bar between them.
     *
     * @param from     first
     * @param to       last, included
     * @param sessions how many
     */
    public record Gap(LocalDate from, LocalDate to, int sessions) {}

    /** A fraction; 1 where nothing is expected. */
    public double ratio() {
        return expected == 0 ? 1 : (double) present / expected;
    }

    /** @param from and {@code to} are both included; {@code to} should be the last closed session or before. */
    public static Completeness of(AssetDefinition asset, LocalDate from, LocalDate to, List<LocalDate> dates) {
        ExchangeCalendar calendar = ExchangeCalendar.of(asset);
        LocalDate first = later(from, asset.firstDate());
        LocalDate end = earlier(to, asset.lastDate());
        Set<LocalDate> there = new HashSet<>(dates);
        GapCollector gaps = new GapCollector();
        int expected = 0;
        int present = 0;
        int stale = 0;
        LocalDate last = dates.stream()
                .filter(date -> !date.isAfter(to))
                .max(LocalDate::compareTo)
                .orElse(null);
        for (LocalDate date = first; !date.isAfter(end); date = date.plusDays(1)) {
            if (there.contains(date)) {
                gaps.close();
            }
            if (calendar.expects(date)) {
                expected++;
                present += there.contains(date) ? 1 : 0;
                stale += last == null || date.isAfter(last) ? 1 : 0;
                if (!there.contains(date)) {
                    gaps.add(date);
                }
            }
        }
        gaps.close();
        return new Completeness(
                expected, present, gaps.all, unexpected(calendar, first, end, from, to, dates), last, stale);
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
            ExchangeCalendar calendar,
            LocalDate first,
            LocalDate end,
            LocalDate from,
            LocalDate to,
            List<LocalDate> dates) {
        return dates.stream()
                .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                .filter(date -> date.isBefore(first) || date.isAfter(end) || !calendar.isSession(date))
                .distinct()
                .sorted()
                .toList();
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /** Puts neighbouring missing sessions together. */
    private static final class GapCollector {

        private final List<Gap> all = new ArrayList<>();
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private int sessions;

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
