package io.lumia.market;

import io.lumia.kernel.AsOf;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What {@link PriceHistory} says of one asset, of many at once, by {@link Asset#key()}; an asset without anything is absent. */
public interface PricesOfMany {

    /** More bars than this are an error, not a market. */
    int MAX_BARS = 2_000_000;

    /** Bars from a day on that were public by then, in the values that our books held then or else learned first. */
    Map<Integer, StoredBars> bars(Collection<Asset> assets, LocalDate from, AsOf asOf);

    /** All actions in the value our books held then, oldest first, those with a later ex-date too. */
    Map<Integer, List<StoredAction>> actions(Collection<Asset> assets, AsOf asOf);

    /** The close of each asset on a day of its own, as received and as our books hold it now. */
    Map<Integer, Double> closes(Map<Asset, LocalDate> days);
}
