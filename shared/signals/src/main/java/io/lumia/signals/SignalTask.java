package io.lumia.signals;

import io.lumia.market.Asset;
import io.lumia.quant.signal.RecursionState;
import io.lumia.quant.signal.SignalEngine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be computed for one asset: its bars, where to begin, and which of the rows are new.
 *
 * @param before state of the bar at {@code first - 1}; null for a computation from the first bar on
 * @param first  position of the first bar to compute
 * @param added  position of the first bar without a stored row; those before it are revised
 */
record SignalTask(Asset asset, AssetBars bars, @Nullable RecursionState before, int first, int added) {

    /** From the first bar on. */
    static SignalTask full(Asset asset, AssetBars bars, @Nullable Computation stored) {
        return new SignalTask(asset, bars, null, 0, firstWithoutRow(bars, stored));
    }

    /** From the bar after the state on; empty where the bars or what the stored rows rest on do not allow it. */
    static Optional<SignalTask> resumed(Asset asset, AssetBars window, Computation stored, RecursionState before) {
        int at = Arrays.binarySearch(window.series().epochDays(), before.lastEpochDay());
        boolean sameBasis = window.resumable() && window.priceBasis() == stored.priceBasis();
        if (at < 0 || !sameBasis) {
            return Optional.empty();
        }
        int first = at + 1;
        SignalTask task = new SignalTask(asset, window, before, first, firstWithoutRow(window, stored));
        boolean possible = first == window.series().size() || SignalEngine.canResume(before, window.series(), first);
        return possible ? Optional.of(task) : Optional.empty();
    }

    /** The resumed computation begins at the state's day, so that bars whose event was lost are computed as well. */
    private static int firstWithoutRow(AssetBars bars, @Nullable Computation stored) {
        if (stored == null) {
            return 0;
        }
        int[] days = bars.series().epochDays();
        int at = Arrays.binarySearch(
                days, Math.toIntExact(stored.computedThrough().toEpochDay()));
        return at >= 0 ? at + 1 : -at - 1;
    }

    int size() {
        return bars.series().size();
    }

    boolean revises() {
        return first < Math.min(added, size());
    }

    boolean appends() {
        return added < size();
    }

    LocalDate date(int position) {
        return LocalDate.ofEpochDay(bars.series().epochDays()[position]);
    }
}
