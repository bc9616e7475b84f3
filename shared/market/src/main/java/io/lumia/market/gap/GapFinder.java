package io.lumia.market.gap;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.FactCalendar;
import io.lumia.market.check.Completeness;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the dates of an asset's facts against what a complete history has. What counts is cut to the asset's life and to what
 * is due: sessions that have closed, values whose publication lag is over. Where the first day of its life is not known,
 * its first fact stands for it.
 */
public final class GapFinder {

    private GapFinder() {}

    /** @param dates with a bar or an observation within start and end, oldest first */
    public static GapReport find(
            Asset asset, List<LocalDate> dates, @Nullable LocalDate start, @Nullable LocalDate end, AsOf asOf) {
        FactCalendar calendar = FactCalendar.of(asset.definition(), dates);
        @Nullable LocalDate from = later(start, birth(asset, calendar, dates));
        if (from == null) {
            return GapReport.nothingExpected(asset);
        }
        LocalDate to = earlier(calendar.lastDue(asOf), end);
        LocalDate lookedAtFrom = start == null ? earliest(from, dates) : start;
        Completeness found = Completeness.of(asset.definition(), lookedAtFrom, to, dates);
        return new GapReport(
                asset,
                from,
                earlier(to, asset.definition().lastDate()),
                found.expected(),
                found.present(),
                found.missing(),
                found.unexpected(),
                dates.isEmpty() ? null : dates.getFirst(),
                found.last(),
                found.staleSessions());
    }

    private static @Nullable LocalDate birth(Asset asset, FactCalendar calendar, List<LocalDate> dates) {
        LocalDate known = asset.definition().firstDate();
        if (known != null || dates.isEmpty()) {
            return known;
        }
        LocalDate first = dates.getFirst();
        return earlier(first, calendar.periodOf(first));
    }

    /** A fact before the asset's life is unexpected, and must be looked at to be found. */
    private static LocalDate earliest(LocalDate from, List<LocalDate> dates) {
        return dates.isEmpty() ? from : earlier(from, dates.getFirst());
    }

    private static @Nullable LocalDate later(@Nullable LocalDate asked, @Nullable LocalDate birth) {
        if (asked == null || birth == null) {
            return birth;
        }
        return asked.isAfter(birth) ? asked : birth;
    }

    private static LocalDate earlier(LocalDate date, @Nullable LocalDate other) {
        return other == null || date.isBefore(other) ? date : other;
    }
}
