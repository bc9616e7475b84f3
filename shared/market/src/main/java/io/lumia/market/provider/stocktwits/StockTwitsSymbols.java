package io.lumia.market.provider.stocktwits;

import io.lumia.kernel.Symbol;
import io.lumia.market.provider.crypto.CryptoPair;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Our spelling and StockTwits': {@code BTC-USD} is {@code BTC.X}, {@code ES=F} is {@code ES_F}; classes of shares are alike. */
final class StockTwitsSymbols {

    private static final Map<String, String> INDEXES = Map.of(
            "SPX", "^GSPC",
            "NDX", "^NDX",
            "COMPQ", "^IXIC",
            "NASDAQ", "^IXIC",
            "DJI", "^DJI",
            "RUT", "^RUT",
            "VIX", "^VIX");

    private static final Map<String, String> BY_INDEX = INDEXES.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("NASDAQ"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final String CRYPTO_END = ".X";
    private static final String FUTURE_END = "_F";

    private StockTwitsSymbols() {}

    /** Empty for an index that is not one of the usual ones. */
    static Optional<String> spell(String ours) {
        String symbol = ours.strip().toUpperCase(Locale.ROOT);
        if (symbol.startsWith("^")) {
            return Optional.ofNullable(BY_INDEX.get(symbol));
        }
        if (symbol.endsWith("=F")) {
            return Optional.of(symbol.substring(0, symbol.length() - 2) + FUTURE_END);
        }
        return Optional.of(
                CryptoPair.parse(symbol).map(pair -> pair.base() + CRYPTO_END).orElse(symbol));
    }

    /**
     * Empty for what is no symbol of ours.
     *
     * @param exchange as StockTwits calls it: {@code NASDAQ}, {@code CRYPTO}, {@code INDEX}; may be empty
     */
    static Optional<String> ours(String theirs, String exchange) {
        String symbol = theirs.strip().toUpperCase(Locale.ROOT);
        if (exchange.equalsIgnoreCase("INDEX")) {
            return Optional.ofNullable(INDEXES.get(symbol));
        }
        if (symbol.endsWith(CRYPTO_END) && symbol.length() > CRYPTO_END.length()) {
            return Optional.of(symbol.substring(0, symbol.length() - CRYPTO_END.length()) + "-USD");
        }
        if (symbol.endsWith(FUTURE_END) && symbol.length() > FUTURE_END.length()) {
            return Optional.of(symbol.substring(0, symbol.length() - FUTURE_END.length()) + "=F");
        }
        return Symbol.isValid(symbol) ? Optional.of(symbol) : Optional.empty();
    }
}
