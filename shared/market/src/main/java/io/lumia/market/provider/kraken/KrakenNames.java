package io.lumia.market.provider.kraken;

import io.lumia.market.provider.crypto.CryptoPair;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kraken's names. Bitcoin is XBT and Dogecoin XDG; currencies of the first years carry an X (crypto) or Z (money) before
 * them, so BTC-USD is asked for as XBTUSD and answered as XXBTZUSD.
 */
final class KrakenNames {

    private static final Map<String, String> OURS = Map.of("XBT", "BTC", "XDG", "DOGE");
    private static final Map<String, String> THEIRS = Map.of("BTC", "XBT", "DOGE", "XDG");
    private static final Set<String> MONEY = Set.of("USD", "EUR", "GBP", "JPY", "CAD", "AUD", "KRW");
    private static final Set<String> LEGACY_COINS =
            Set.of("XBT", "ETH", "LTC", "XRP", "XLM", "XMR", "ZEC", "ETC", "REP", "MLN", "XDG", "NMC", "STR", "XVN");

    /** What pairs are priced in, longest first. */
    private static final List<String> QUOTES = List.of(
            "ZUSD", "ZEUR", "ZGBP", "ZJPY", "ZCAD", "ZAUD", "ZKRW", "XXBT", "XETH", "USDT", "USDC", "PYUSD", "USD",
            "EUR", "GBP", "JPY", "CAD", "AUD", "CHF", "XBT", "ETH");

    /** A coin has at least three letters: XTZUSD is XTZ in USD, not XT in ZUSD. */
    private static final int SHORTEST = 3;

    private KrakenNames() {}

    /** As it stands in an address. */
    static String pair(CryptoPair pair) {
        return THEIRS.getOrDefault(pair.base(), pair.base()) + THEIRS.getOrDefault(pair.quote(), pair.quote());
    }

    /** Of a currency: {@code XXBT}, {@code XBT} and {@code BTC} are BTC, {@code ZUSD} is USD. */
    static String currency(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        String bare = upper.length() == 4
                        && (upper.startsWith("X") && LEGACY_COINS.contains(upper.substring(1)) || isMoney(upper))
                ? upper.substring(1)
                : upper;
        return OURS.getOrDefault(bare, bare);
    }

    /** Whether a key of {@code Assets} is money, such as {@code ZUSD}. */
    static boolean isMoney(String key) {
        return key.length() == 4 && key.startsWith("Z") && MONEY.contains(key.substring(1));
    }

    /** Of a result's key, {@code XXBTZUSD} or {@code ADAUSD}, or of {@code XBT/USD}. */
    static Optional<CryptoPair> parse(String key) {
        String name = key.strip().toUpperCase(Locale.ROOT);
        Optional<CryptoPair> written = CryptoPair.parse(name);
        if (written.isPresent()) {
            return Optional.of(new CryptoPair(
                    currency(written.get().base()), currency(written.get().quote())));
        }
        return QUOTES.stream()
                .filter(quote -> name.endsWith(quote) && name.length() - quote.length() >= SHORTEST)
                .findFirst()
                .map(quote ->
                        new CryptoPair(currency(name.substring(0, name.length() - quote.length())), currency(quote)));
    }
}
