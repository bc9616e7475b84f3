package io.lumia.market.provider.gdelt;

import io.lumia.market.AssetType;
import io.lumia.market.provider.crypto.CryptoPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to look for when only symbols are known. GDELT refuses phrases of fewer than five characters, which most tickers are,
 * and a bare ticker is often a word: so the phrases are {@code "AAPL stock"} and {@code "AAPL shares"}, and for crypto
 * {@code "BTC price"} and {@code "BTC crypto"}. A ticker of five letters stands alone as well.
 */
final class GdeltQuery {

    static final int SHORTEST_PHRASE = 5;

    /** Longer queries have been refused; two phrases for each of five symbols stay below it. */
    static final int LONGEST_QUERY = 250;

    private static final Pattern TICKER = Pattern.compile("[A-Z0-9]{1,6}(\\.[A-Z]{1,2})?");
    private static final Pattern WORD = Pattern.compile("[A-Z]{5,}");

    private GdeltQuery() {}

    /** Empty where no symbol can be looked for. */
    static Optional<String> of(List<String> symbols, @Nullable AssetType type) {
        List<String> phrases = new ArrayList<>();
        symbols.forEach(symbol -> phrases.addAll(phrases(symbol.strip().toUpperCase(Locale.ROOT), type)));
        if (phrases.isEmpty()) {
            return Optional.empty();
        }
        String joined = phrases.stream().map(phrase -> '"' + phrase + '"').collect(Collectors.joining(" OR "));
        String query = phrases.size() == 1 ? joined : "(" + joined + ")";
        return query.length() <= LONGEST_QUERY ? Optional.of(query) : Optional.empty();
    }

    private static List<String> phrases(String symbol, @Nullable AssetType type) {
        Optional<CryptoPair> pair = CryptoPair.parse(symbol);
        if (pair.isPresent() && (type == null || type == AssetType.CRYPTO)) {
            return List.of(pair.get().base() + " price", pair.get().base() + " crypto");
        }
        if (!TICKER.matcher(symbol).matches()) {
            return List.of();
        }
        List<String> phrases = new ArrayList<>(List.of(symbol + " stock", symbol + " shares"));
        if (symbol.length() >= SHORTEST_PHRASE && WORD.matcher(symbol).matches()) {
            phrases.add(symbol);
        }
        return phrases;
    }
}
