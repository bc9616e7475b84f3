package io.lumia.market.provider.tiingo;

import io.lumia.market.AssetType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Our spelling and Tiingo's: {@code BRK.B} is {@code BRK-B}, {@code BTC-USD} is {@code btcusd}. */
final class TiingoSymbols {

    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]{2,10}-(USD|EUR|GBP|USDT|USDC|BTC|ETH)");

    private TiingoSymbols() {}

    static boolean isCrypto(String symbol, @Nullable AssetType type) {
        return type == AssetType.CRYPTO
                || (type == null
                        && PAIR.matcher(symbol.toUpperCase(Locale.ROOT)).matches());
    }

    static String listed(String symbol) {
        return URLEncoder.encode(symbol.toUpperCase(Locale.ROOT).replace('.', '-'), StandardCharsets.UTF_8);
    }

    static String crypto(String symbol) {
        return URLEncoder.encode(symbol.toLowerCase(Locale.ROOT).replace("-", ""), StandardCharsets.UTF_8);
    }

    static boolean agree(String asked, String answered) {
        return plain(asked).equals(plain(answered));
    }

    private static String plain(String symbol) {
        return symbol.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** A class of shares: {@code BRK-B} becomes {@code BRK.B}. */
    static String ours(String theirs) {
        return theirs.toUpperCase(Locale.ROOT).replaceAll("^([A-Z]{1,5})-([A-Z])$", "$1.$2");
    }
}
