package io.lumia.market.provider.yahoo;

import io.lumia.market.AssetType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our spelling and Yahoo's: {@code BRK.B} is {@code BRK-B}, {@code EURUSD} is {@code EURUSD=X}; {@code BTC-USD},
 * {@code GC=F}, {@code ^GSPC} and foreign listings ({@code MUV2.DE}) are the same.
 */
final class YahooSymbols {

    /** One letter behind a dot is a class of shares, unless it is one of Yahoo's exchanges: London, Tokyo, TSXV, Frankfurt. */
    private static final Pattern OUR_CLASS = Pattern.compile("([A-Z]{1,5})\\.([A-EG-KM-SUW-Z])");

    private static final Pattern THEIR_CLASS = Pattern.compile("([A-Z]{1,5})-([A-EG-KM-SUW-Z])");
    private static final Pattern OUR_PAIR = Pattern.compile("[A-Z]{6}");
    private static final Pattern THEIR_PAIR = Pattern.compile("([A-Z]{6})=X");
    private static final Pattern THEIR_DOLLAR_PAIR = Pattern.compile("([A-Z]{3})=X");
    private static final Set<String> CURRENCIES = Set.of(
            "USD", "EUR", "JPY", "GBP", "CHF", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
            "BGN", "TRY", "ZAR", "MXN", "BRL", "CNY", "HKD", "SGD", "KRW", "INR", "IDR", "MYR", "PHP", "THB", "ILS",
            "ISK", "RUB", "CNH", "TWD", "SAR", "AED", "CLP", "COP", "ARS");

    private YahooSymbols() {}

    /** Empty where Yahoo has nothing of the kind. */
    static Optional<String> spell(String symbol, @Nullable AssetType type) {
        String ours = symbol.strip().toUpperCase(Locale.ROOT);
        AssetType meant = type == null ? guess(ours) : type;
        return switch (meant) {
            case FOREX -> OUR_PAIR.matcher(ours).matches() ? Optional.of(ours + "=X") : already(ours, "=X");
            case COMMODITY -> already(ours, "=F");
            case BOND, ECONOMIC_INDICATOR -> Optional.empty();
            case CRYPTO, INDEX -> Optional.of(ours);
            case STOCK, ETF, MUTUAL_FUND -> Optional.of(withClass(ours, OUR_CLASS, "-"));
        };
    }

    private static Optional<String> already(String ours, String end) {
        return ours.endsWith(end) ? Optional.of(ours) : Optional.empty();
    }

    /** What a symbol must be, by its form; a share where nothing says otherwise. */
    private static AssetType guess(String ours) {
        if (ours.endsWith("=F")) {
            return AssetType.COMMODITY;
        }
        if (ours.endsWith("=X") || isPair(ours)) {
            return AssetType.FOREX;
        }
        return ours.startsWith("^") ? AssetType.INDEX : AssetType.STOCK;
    }

    private static boolean isPair(String ours) {
        return OUR_PAIR.matcher(ours).matches()
                && CURRENCIES.contains(ours.substring(0, 3))
                && CURRENCIES.contains(ours.substring(3));
    }

    /** Our spelling of a symbol in an answer. */
    static String ours(String theirs) {
        Matcher pair = THEIR_PAIR.matcher(theirs);
        if (pair.matches()) {
            return pair.group(1);
        }
        Matcher dollarPair = THEIR_DOLLAR_PAIR.matcher(theirs);
        return dollarPair.matches() ? "USD" + dollarPair.group(1) : withClass(theirs, THEIR_CLASS, ".");
    }

    private static String withClass(String symbol, Pattern pattern, String separator) {
        Matcher matcher = pattern.matcher(symbol);
        return matcher.matches() ? matcher.group(1) + separator + matcher.group(2) : symbol;
    }

    /** Whether an answer is about what was asked, however it was spelled. */
    static boolean agree(String asked, String answered, @Nullable AssetType type) {
        String theirs = answered.toUpperCase(Locale.ROOT);
        String wanted = asked.strip().toUpperCase(Locale.ROOT);
        return wanted.equals(theirs)
                || ours(theirs).equals(ours(wanted))
                || spell(wanted, type).map(theirs::equals).orElse(false);
    }
}
