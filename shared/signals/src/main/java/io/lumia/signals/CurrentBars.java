package io.lumia.signals;

import io.lumia.market.Asset;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * Bars of many assets at once, in the values that our books hold now. The way in for the stored signals; a question as
 * of an instant goes through {@link io.lumia.market.PriceHistory} instead.
 */
public interface CurrentBars {

    /** Split-adjusted bars from a day on, by {@link Asset#key()}; an asset without bars is absent. */
    Map<Integer, AssetBars> read(Collection<Asset> assets, LocalDate from);
}
