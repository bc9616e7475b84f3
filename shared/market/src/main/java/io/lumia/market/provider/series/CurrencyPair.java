package io.lumia.market.provider.series;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Two currencies of a rate, as in our symbol {@code EURUSD}: the price of one euro in dollars.
 *
 * @param base  ISO 4217 code of what is priced
 * @param quote ISO 4217 code of what it is priced in
 */
public record CurrencyPair(String base, String quote) {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z]{6}");

    /** Empty where a symbol is not six letters, or both currencies are the same. */
    public static Optional<CurrencyPair> parse(String symbol) {
        if (!SYMBOL.matcher(symbol).matches()) {
            return Optional.empty();
        }
        CurrencyPair pair = new CurrencyPair(symbol.substring(0, 3), symbol.substring(3));
        return pair.base.equals(pair.quote) ? Optional.empty() : Optional.of(pair);
    }

    public String symbol() {
        return base + quote;
    }
}
