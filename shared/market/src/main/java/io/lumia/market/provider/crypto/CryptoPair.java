package io.lumia.market.provider.crypto;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is priced in what.
 *
 * @param base  such as {@code BTC}
 * @param quote the currency of the price, such as {@code USD}
 */
public record CryptoPair(String base, String quote) {

    private static final Pattern WRITTEN = Pattern.compile("([A-Z0-9]{1,16})[-/]([A-Z0-9]{2,10})");

    /** Longest first where one ends like another: BTCFDUSD is not BTCFD in USD. */
    private static final List<String> QUOTES = List.of(
            "FDUSD", "TUSD", "USDT", "USDC", "BUSD", "USD", "EUR", "GBP", "JPY", "CAD", "AUD", "CHF", "BRL", "TRY",
            "BTC", "ETH", "BNB");

    /** Of {@code BTC-USD} or {@code BTC/USD}. */
    public static Optional<CryptoPair> parse(String symbol) {
        Matcher matcher = WRITTEN.matcher(symbol.strip().toUpperCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(new CryptoPair(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Of {@code BTCUSDT}, by the usual currencies of a price. */
    public static Optional<CryptoPair> parseJoined(String joined) {
        String text = joined.strip().toUpperCase(Locale.ROOT);
        return QUOTES.stream()
                .filter(quote -> text.endsWith(quote) && text.length() > quote.length())
                .findFirst()
                .map(quote -> new CryptoPair(text.substring(0, text.length() - quote.length()), quote));
    }

    /** In our spelling. */
    public String symbol() {
        return base + "-" + quote;
    }
}
