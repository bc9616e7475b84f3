package io.lumia.functions.marketapi.overview;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.AssetType;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The newest session of every asset that lives and trades, as of an instant. */
interface MarketDays {

    /** Indexes are left out: what they hold is counted already. */
    Set<AssetType> TYPES =
            Set.copyOf(EnumSet.of(AssetType.STOCK, AssetType.ETF, AssetType.MUTUAL_FUND, AssetType.CRYPTO));

    /** Days before a session whose texts still say how its asset is written about. */
    int SENTIMENT_DAYS = 7;

    /** @param withSentiment whether to look for it */
    Found find(AsOf asOf, boolean withSentiment);

    /** The closes of these assets on their days, as received, by the asset's key. */
    Map<Integer, Double> closes(List<AssetDay> shown, Found found);

    /**
     * @param days     one per asset
     * @param closes   by the asset's key, where they are at hand already
     * @param warnings what a reader must know
     */
    record Found(List<AssetDay> days, Map<Integer, Double> closes, List<String> warnings) {}

    /** Whether an asset lived on a day, as far as its first and last are known. */
    static boolean lived(Asset asset, LocalDate day) {
        LocalDate first = asset.definition().firstDate();
        LocalDate last = asset.definition().lastDate();
        return (first == null || !first.isAfter(day)) && (last == null || !last.isBefore(day));
    }
}
