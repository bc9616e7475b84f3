package io.lumia.signals;

import io.lumia.market.ActionKind;
import io.lumia.market.AdjustedPrices;
import io.lumia.market.Adjustment;
import io.lumia.market.CorporateAction;
import io.lumia.market.PriceAdjuster;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Bars as signals see them: adjusted for splits and spin-offs, in the share units of the newest bar's day. That day, not
 * the clock's, decides which actions count, so that the same facts always give the same rows.
 */
public final class SplitAdjusted {

    /** {@link AssetBars#priceBasis} of an asset without any action. */
    public static final long NOTHING_TO_ADJUST = 0;

    private SplitAdjusted() {}

    /** @param actions all known ones */
    public static AssetBars of(StoredBars stored, List<StoredAction> actions) {
        LocalDate newest = stored.bars().getLast().date();
        AdjustedPrices prices = PriceAdjuster.adjust(stored, actions, Adjustment.SPLIT, newest);
        return AssetBars.of(prices, fingerprint(actions, newest), !isReconstructed(stored.sources(), actions));
    }

    /**
     * Whether prices may have to be won back from a source that has taken dividends out. Then one new dividend moves all
     * older prices, and every computation begins with the first bar.
     */
    public static boolean isReconstructed(Collection<Source> sources, List<StoredAction> actions) {
        return sources.stream().anyMatch(source -> source.priceBasis() == PriceBasis.FULLY_ADJUSTED)
                && actions.stream().anyMatch(stored -> stored.action().kind() == ActionKind.DIVIDEND);
    }

    /**
     * Equal for equal actions on the same side of the newest bar. Dividends have no part in it: where they matter,
     * nothing is resumed.
     */
    private static long fingerprint(List<StoredAction> actions, LocalDate newest) {
        long hash = NOTHING_TO_ADJUST;
        for (StoredAction stored : actions) {
            CorporateAction action = stored.action();
            if (action.kind() != ActionKind.DIVIDEND) {
                hash = mix(hash, action.exDate().toEpochDay());
                hash = mix(hash, action.kind().code().hashCode());
                hash = mix(hash, Double.doubleToLongBits(action.value()));
                hash = mix(hash, stored.source().priceBasis().code().hashCode());
                hash = mix(hash, stored.source().asOf().getEpochSecond());
                hash = mix(hash, action.exDate().isAfter(newest) ? 1 : 0);
            }
        }
        return hash;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014). */
    private static long mix(long hash, long value) {
        long mixed = hash * 31 + value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
