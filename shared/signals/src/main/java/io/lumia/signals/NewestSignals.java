package io.lumia.signals;

import io.lumia.market.Asset;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stored rows by which one sees what happened between two sessions, of many assets at once. */
public interface NewestSignals {

    /**
     * The last two rows of each asset, the newest first, by {@link Asset#key()}.
     *
     * @param since only rows dated then or later; an asset without one is absent
     */
    Map<Integer, List<SignalRow>> lastTwo(Collection<Asset> assets, LocalDate since);
}
