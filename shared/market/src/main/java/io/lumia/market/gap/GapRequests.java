package io.lumia.market.gap;

import io.lumia.market.FactCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which dates to ask a provider for, so that what is missing comes with few calls and nothing is asked for again
 * that is there, or that a provider has said is not. Pure: the same knowledge gives the same ranges.
 *
 * <p>The newest facts are asked for with a few before them, which brings late corrections. Two gaps with few facts between
 * them are one range: a call costs more than rows. No range is longer than a call may be.
 */
public final class GapRequests {

    private final FactCalendar calendar;
    private final List<LocalDate> expected;
    private final Set<LocalDate> present;
    private final Policy policy;

    /**
     * How to ask.
     *
     * @param overlap         facts before the newest ones that are asked for again
     * @param joined          gaps with at most as many facts between them are one range
     * @param longestSpanDays days of one range
     * @param mostRanges      gaps are joined, nearest first, until there are no more ranges than these, before ranges that
     *     are too long are split
     */
    public record Policy(int overlap, int joined, int longestSpanDays, int mostRanges) {

        public Policy {
            if (overlap < 0 || joined < 0 || longestSpanDays < 1 || mostRanges < 1) {
                throw new IllegalArgumentException(
                        "overlap %d, joined %d, longestSpanDays %d, mostRanges %d; allowed: from 0, 0, 1, 1"
                                .formatted(overlap, joined, longestSpanDays, mostRanges));
            }
        }
    }

    /** A range by positions in the expected facts, both included. */
    private record Span(int first, int last) {}

    private GapRequests(FactCalendar calendar, List<LocalDate> expected, Collection<LocalDate> dates, Policy policy) {
        this.calendar = calendar;
        this.expected = expected;
        this.present = new HashSet<>();
        this.policy = policy;
        dates.forEach(date -> present.add(calendar.periodOf(date)));
    }

    /**
     * Ranges to ask for, oldest first, none overlapping another.
     *
     * @param expected       what {@code calendar} expects of the range in question, oldest first
     * @param dates          of the facts that are there
     * @param confirmedEmpty dates of which a provider said that it has nothing
     */
    public static List<DateRange> of(
            FactCalendar calendar,
            List<LocalDate> expected,
            Collection<LocalDate> dates,
            Collection<DateRange> confirmedEmpty,
            Policy policy) {
        return new GapRequests(calendar, expected, dates, policy).ranges(confirmedEmpty);
    }

    private List<DateRange> ranges(Collection<DateRange> confirmedEmpty) {
        List<Span> gaps = gaps(confirmedEmpty);
        if (gaps.isEmpty()) {
            return List.of();
        }
        withOverlap(gaps);
        return split(joinedToBound(joinedWhereNear(gaps)));
    }

    private List<Span> gaps(Collection<DateRange> confirmedEmpty) {
        List<Span> gaps = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            LocalDate date = expected.get(i);
            if (present.contains(date) || isConfirmedEmpty(date, confirmedEmpty)) {
                continue;
            }
            if (!gaps.isEmpty() && gaps.getLast().last() == i - 1) {
                gaps.set(gaps.size() - 1, new Span(gaps.getLast().first(), i));
            } else {
                gaps.add(new Span(i, i));
            }
        }
        return gaps;
    }

    private static boolean isConfirmedEmpty(LocalDate date, Collection<DateRange> confirmedEmpty) {
        return confirmedEmpty.stream().anyMatch(range -> range.contains(date));
    }

    /** Only what is newer than all that is there comes with an overlap: older corrections have come since. */
    private void withOverlap(List<Span> gaps) {
        Span newest = gaps.getLast();
        boolean nothingAfter =
                expected.subList(newest.last(), expected.size()).stream().noneMatch(present::contains);
        if (nothingAfter) {
            int from = newest.first();
            for (int left = policy.overlap(); left > 0 && from > 0; left--) {
                from--;
            }
            gaps.set(gaps.size() - 1, new Span(from, newest.last()));
        }
    }

    private List<Span> joinedWhereNear(List<Span> gaps) {
        List<Span> joined = new ArrayList<>();
        for (Span gap : gaps) {
            if (!joined.isEmpty() && between(joined.getLast(), gap) <= policy.joined()) {
                Span before = joined.removeLast();
                joined.add(new Span(Math.min(before.first(), gap.first()), gap.last()));
            } else {
                joined.add(gap);
            }
        }
        return joined;
    }

    private static int between(Span before, Span after) {
        return after.first() - before.last() - 1;
    }

    private List<Span> joinedToBound(List<Span> spans) {
        List<Span> joined = new ArrayList<>(spans);
        while (joined.size() > policy.mostRanges()) {
            int nearest = 1;
            for (int i = 2; i < joined.size(); i++) {
                boolean nearer = between(joined.get(i - 1), joined.get(i))
                        < between(joined.get(nearest - 1), joined.get(nearest));
                nearest = nearer ? i : nearest;
            }
            Span after = joined.remove(nearest);
            joined.set(nearest - 1, new Span(joined.get(nearest - 1).first(), after.last()));
        }
        return joined;
    }

    private List<DateRange> split(List<Span> spans) {
        List<DateRange> ranges = new ArrayList<>();
        for (Span span : spans) {
            LocalDate from = calendar.startOf(expected.get(span.first()));
            LocalDate to = calendar.endOf(expected.get(span.last()));
            while (ChronoUnit.DAYS.between(from, to) >= policy.longestSpanDays()) {
                ranges.add(new DateRange(from, from.plusDays(policy.longestSpanDays() - 1L)));
                from = from.plusDays(policy.longestSpanDays());
            }
            ranges.add(new DateRange(from, to));
        }
        return ranges;
    }
}
