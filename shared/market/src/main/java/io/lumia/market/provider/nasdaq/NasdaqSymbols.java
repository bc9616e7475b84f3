package io.lumia.market.provider.nasdaq;

import io.lumia.market.AssetType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our spelling and Nasdaq's: {@code BRK.B} is {@code BRK/B} in lists, preferred shares have a circumflex. */
final class NasdaqSymbols {

    private static final Map<String, String> INDEXES = Map.of("^IXIC", "COMP", "^GSPC", "SPX", "^DJI", "INDU");

    private NasdaqSymbols() {}

    static String spell(String symbol) {
        String ours = symbol.toUpperCase(Locale.ROOT);
        return INDEXES.getOrDefault(ours, ours.replace("^", ""));
    }

    /** The wrong class brings no rows and no error. */
    static String assetClass(String symbol, @Nullable AssetType type) {
        if (type == AssetType.INDEX || (type == null && symbol.startsWith("^"))) {
            return "index";
        }
        if (type == AssetType.MUTUAL_FUND) {
            return "mutualfunds";
        }
        return type == AssetType.ETF ? "etf" : "stocks";
    }

    /** {@code BAC^L}, a preferred share, becomes {@code BAC-PL}. */
    static String ours(String theirs) {
        return theirs.strip().toUpperCase(Locale.ROOT).replace('/', '.').replace("^", "-P");
    }

    static boolean agree(String asked, String answered) {
        return plain(spell(asked)).equals(plain(answered));
    }

    private static String plain(String symbol) {
        return symbol.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
