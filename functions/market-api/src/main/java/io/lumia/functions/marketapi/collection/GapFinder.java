package io.lumia.functions.marketapi.collection;

import io.lumia.functions.marketapi.asset.AssetInfo;
import io.lumia.functions.marketapi.asset.AssetReader;
import io.lumia.functions.marketapi.collection.AssetGaps.Interval;
import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.check.Completeness;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds an asset's bars against the sessions of its exchange. What counts is cut to the asset's life and to what has
 * closed; where the first day of its life is not known, its first bar stands for it.
 */
final class GapFinder {

    private GapFinder() {}

    /** @param bars dates with a bar within start and end, oldest first */
    static AssetGaps find(
            Asset asset, List<LocalDate> bars, @Nullable LocalDate start, @Nullable LocalDate end, AsOf asOf) {
        @Nullable LocalDate from = later(start, birth(asset, bars));
        if (from == null) {
            return nothingExpected(asset);
        }
        LocalDate closed = AssetReader.calendarOf(asset).lastClosedSession(asOf);
        LocalDate to = earlier(closed, end);
        Completeness found =
                Completeness.of(asset.definition(), start == null ? earliest(from, bars) : start, to, bars);
        return gaps(asset, from, earlier(to, asset.definition().lastDate()), bars, found);
    }

    private static AssetGaps gaps(Asset asset, LocalDate from, LocalDate to, List<LocalDate> bars, Completeness found) {
        return new AssetGaps(
                AssetInfo.of(asset),
                from,
                to,
                found.expected(),
                found.present(),
                found.expected() - found.present(),
                found.missing().stream().map(GapFinder::interval).toList(),
                found.unexpected().size(),
                found.unexpected(),
                found.expected() == 0 ? null : found.ratio(),
                bars.isEmpty() ? null : bars.getFirst(),
                found.last(),
                found.staleSessions());
    }

    private static Interval interval(Completeness.Gap gap) {
        return new Interval(gap.from(), gap.to(), gap.sessions());
    }

    private static AssetGaps nothingExpected(Asset asset) {
        return new AssetGaps(AssetInfo.of(asset), null, null, 0, 0, 0, List.of(), 0, List.of(), null, null, null, 0);
    }

    private static @Nullable LocalDate birth(Asset asset, List<LocalDate> bars) {
        LocalDate known = asset.definition().firstDate();
        return known != null || bars.isEmpty() ? known : bars.getFirst();
    }

    /** A bar before the asset's life is unexpected, and must be looked at to be found. */
    private static LocalDate earliest(LocalDate from, List<LocalDate> bars) {
        return bars.isEmpty() ? from : earlier(from, bars.getFirst());
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
