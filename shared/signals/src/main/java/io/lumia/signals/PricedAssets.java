package io.lumia.signals;

import io.lumia.market.AssetType;
import io.lumia.quant.signal.SignalEngine;
import java.util.EnumSet;
import java.util.Set;

/** Which assets have signals, and how many sessions a year of theirs has. */
public final class PricedAssets {

    /** What trades by itself with a daily bar. A rate, a yield or a macro series has observations, not signals. */
    public static final Set<AssetType> TYPES = Set.copyOf(
            EnumSet.of(AssetType.STOCK, AssetType.ETF, AssetType.MUTUAL_FUND, AssetType.CRYPTO, AssetType.INDEX));

    private PricedAssets() {}

    public static boolean hasSignals(AssetType type) {
        return TYPES.contains(type);
    }

    /** Crypto trades on every day of the year, all else on about 252. */
    public static double sessionsPerYear(AssetType type) {
        return type == AssetType.CRYPTO ? SignalEngine.CRYPTO_SESSIONS_PER_YEAR : SignalEngine.SESSIONS_PER_YEAR;
    }
}
