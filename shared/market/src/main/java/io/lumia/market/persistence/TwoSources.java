package io.lumia.market.persistence;

import io.lumia.market.Asset;
import io.lumia.market.BarFlag;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.SourceComparison;
import io.lumia.market.SourceComparison.Close;
import io.lumia.market.SourcePreference;
import io.lumia.market.persistence.BarDifference.OtherBar;
import io.lumia.market.persistence.DisagreementTable.Key;
import io.lumia.market.persistence.DisagreementTable.Open;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Decides what becomes of a bar that our books have from another source. The same provider's newer answer replaces its older
 * one. Of two providers the preferred one's bar stays ({@link SourcePreference}), and the other's is compared with it
 * ({@link SourceComparison}): while they disagree the bar that stays is flagged, and both values are kept.
 */
@Singleton
@Requires(beans = DataSource.class)
class TwoSources {

    private final SourceRegistry sources;
    private final DisagreementTable table;

    TwoSources(SourceRegistry sources, DisagreementTable table) {
        this.sources = sources;
        this.table = table;
    }

    /** What a settlement needs to know, and what comes of it. */
    private record Work(
            BatchStamp stamp,
            int sourceId,
            Map<Asset, List<CorporateAction>> actions,
            Map<Key, List<Open>> open,
            Map<Asset, List<DailyBar>> changing,
            List<DisagreementTable.Seen> seen,
            List<DisagreementTable.Resolved> resolved,
            List<DisagreementTable.Marked> marked) {}

    /** Bars of the batch that change what our books have, by asset; the rest is settled here. */
    Map<Asset, List<DailyBar>> settle(BatchStamp stamp, int sourceId, BarDifference difference) {
        List<OtherBar> others = difference.others();
        if (others.isEmpty()) {
            return difference.differing();
        }
        boolean anyOtherProvider = others.stream().anyMatch(other -> !isSameProvider(stamp, other));
        boolean anyDoubted = others.stream().anyMatch(other -> other.existing().has(BarFlag.SOURCES_DISAGREE));
        Work work = new Work(
                stamp,
                sourceId,
                anyOtherProvider || anyDoubted ? table.actions(others) : Map.of(),
                anyOtherProvider || anyDoubted ? table.open(others) : Map.of(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        difference.differing().forEach((asset, bars) -> work.changing().put(asset, new ArrayList<>(bars)));
        for (OtherBar other : others) {
            if (isSameProvider(stamp, other)) {
                revise(work, other);
            } else if (isPreferred(stamp, other)) {
                replace(work, other);
            } else {
                keep(work, other);
            }
        }
        table.write(work.seen(), work.resolved(), work.marked(), stamp.learnedAt());
        return work.changing();
    }

    private boolean isSameProvider(BatchStamp stamp, OtherBar other) {
        return sources.get(other.sourceId()).provider().equals(stamp.source().provider());
    }

    private boolean isPreferred(BatchStamp stamp, OtherBar other) {
        return SourcePreference.prefers(
                other.asset().definition().type(),
                stamp.source().provider(),
                sources.get(other.sourceId()).provider());
    }

    /** A doubt outlives a redelivery of the same values; other values are held against what the other sources said. */
    private void revise(Work work, OtherBar other) {
        boolean doubted = other.existing().has(BarFlag.SOURCES_DISAGREE);
        DailyBar received = doubted ? other.received().withFlag(BarFlag.SOURCES_DISAGREE) : other.received();
        if (new OtherBar(other.asset(), received, other.existing(), other.sourceId()).saysTheSame()) {
            return;
        }
        boolean stillDoubted = false;
        Close kept = new Close(received.close(), work.stamp().source());
        for (Open open : work.open().getOrDefault(Key.of(other), List.of())) {
            stillDoubted |= compared(work, other, kept, work.sourceId(), open.close(), open.otherSourceId());
        }
        change(work, other, stillDoubted);
    }

    /** A preferred source takes the place of a fallback, which is kept as a revision and compared. */
    private void replace(Work work, OtherBar other) {
        Close kept = new Close(other.received().close(), work.stamp().source());
        Close fallback = new Close(other.existing().close(), sources.get(other.sourceId()));
        boolean doubted = compared(work, other, kept, work.sourceId(), fallback, other.sourceId());
        for (Open open : work.open().getOrDefault(Key.of(other), List.of())) {
            String provider = open.close().source().provider();
            if (provider.equals(kept.source().provider())) {
                work.resolved().add(new DisagreementTable.Resolved(Key.of(other), provider));
            } else if (!provider.equals(fallback.source().provider())) {
                doubted |= compared(work, other, kept, work.sourceId(), open.close(), open.otherSourceId());
            }
        }
        change(work, other, doubted);
    }

    private void keep(Work work, OtherBar other) {
        Close kept = new Close(other.existing().close(), sources.get(other.sourceId()));
        Close received = new Close(other.received().close(), work.stamp().source());
        boolean doubted = compared(work, other, kept, other.sourceId(), received, work.sourceId());
        for (Open open : work.open().getOrDefault(Key.of(other), List.of())) {
            doubted |=
                    !open.close().source().provider().equals(received.source().provider());
        }
        if (doubted != other.existing().has(BarFlag.SOURCES_DISAGREE)) {
            work.marked()
                    .add(new DisagreementTable.Marked(
                            Key.of(other), flagged(other.existing(), doubted).flags(), other.sourceId()));
        }
    }

    /** Whether two closes disagree. What cannot be compared leaves things as they are. */
    private static boolean compared(
            Work work, OtherBar other, Close kept, int keptSourceId, Close rival, int rivalSourceId) {
        Key key = Key.of(other);
        String provider = rival.source().provider();
        boolean wasOpen = work.open().getOrDefault(key, List.of()).stream()
                .anyMatch(open -> open.close().source().provider().equals(provider));
        double difference = SourceComparison.relativeDifference(
                other.received().date(), kept, rival, work.actions().getOrDefault(other.asset(), List.of()));
        if (Double.isNaN(difference)) {
            return wasOpen;
        }
        boolean disagree = difference
                > SourceComparison.tolerance(other.asset().definition().type());
        if (disagree) {
            work.seen().add(new DisagreementTable.Seen(key, kept, keptSourceId, rival, rivalSourceId, difference));
        } else if (wasOpen) {
            work.resolved().add(new DisagreementTable.Resolved(key, provider));
        }
        return disagree;
    }

    /** The same values under another source are not a revision that anybody must compute with: only the source changes. */
    private static void change(Work work, OtherBar other, boolean doubted) {
        DailyBar bar = flagged(other.received(), doubted);
        if (new OtherBar(other.asset(), bar, other.existing(), other.sourceId()).saysTheSame()) {
            work.marked().add(new DisagreementTable.Marked(Key.of(other), bar.flags(), work.sourceId()));
        } else {
            Objects.requireNonNull(work.changing().computeIfAbsent(other.asset(), _ -> new ArrayList<>()))
                    .add(bar);
        }
    }

    private static DailyBar flagged(DailyBar bar, boolean doubted) {
        return doubted ? bar.withFlag(BarFlag.SOURCES_DISAGREE) : bar.withoutFlag(BarFlag.SOURCES_DISAGREE);
    }
}
