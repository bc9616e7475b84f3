package io.lumia.market.provider.yahoo;

import io.lumia.market.AssetType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yahoo's names of exchanges and kinds of instruments. */
final class YahooMarkets {

    private static final Map<String, String> MICS = Map.ofEntries(
            Map.entry("NMS", "XNAS"),
            Map.entry("NGM", "XNAS"),
            Map.entry("NCM", "XNAS"),
            Map.entry("NYQ", "XNYS"),
            Map.entry("PCX", "ARCX"),
            Map.entry("ASE", "XASE"),
            Map.entry("BTS", "BATS"),
            Map.entry("LSE", "XLON"),
            Map.entry("GER", "XETR"),
            Map.entry("FRA", "XFRA"),
            Map.entry("PAR", "XPAR"),
            Map.entry("AMS", "XAMS"),
            Map.entry("BRU", "XBRU"),
            Map.entry("LIS", "XLIS"),
            Map.entry("MIL", "XMIL"),
            Map.entry("MCE", "XMAD"),
            Map.entry("EBS", "XSWX"),
            Map.entry("VIE", "XWBO"),
            Map.entry("STO", "XSTO"),
            Map.entry("CPH", "XCSE"),
            Map.entry("HEL", "XHEL"),
            Map.entry("OSL", "XOSL"),
            Map.entry("TOR", "XTSE"),
            Map.entry("VAN", "XTSX"),
            Map.entry("JPX", "XTKS"),
            Map.entry("HKG", "XHKG"),
            Map.entry("SHH", "XSHG"),
            Map.entry("SHZ", "XSHE"),
            Map.entry("ASX", "XASX"),
            Map.entry("NZE", "XNZE"),
            Map.entry("NSI", "XNSE"),
            Map.entry("BSE", "XBOM"),
            Map.entry("KSC", "XKRX"),
            Map.entry("KOE", "XKOS"),
            Map.entry("TAI", "XTAI"),
            Map.entry("TWO", "ROCO"),
            Map.entry("SES", "XSES"),
            Map.entry("JNB", "XJSE"),
            Map.entry("SAO", "BVMF"),
            Map.entry("MEX", "XMEX"),
            Map.entry("TLV", "XTAE"),
            Map.entry("IST", "XIST"),
            Map.entry("CMX", "XCEC"),
            Map.entry("NYM", "XNYM"),
            Map.entry("CBT", "XCBT"),
            Map.entry("CME", "XCME"),
            Map.entry("NYB", "IFUS"));

    /** They report no volume and write 0. */
    private static final Set<String> WITHOUT_VOLUME = Set.of("CURRENCY", "MUTUALFUND", "MONEYMARKET", "INDEX");

    private YahooMarkets() {}

    /** Null for currencies, funds, indexes and exchanges we do not know. */
    static @Nullable String mic(String exchange) {
        return MICS.get(exchange);
    }

    /** Empty for options and other instruments that we do not keep. */
    static Optional<AssetType> type(String instrumentType) {
        return Optional.ofNullable(
                switch (instrumentType.toUpperCase(Locale.ROOT)) {
                    case "EQUITY" -> AssetType.STOCK;
                    case "ETF" -> AssetType.ETF;
                    case "MUTUALFUND", "MONEYMARKET" -> AssetType.MUTUAL_FUND;
                    case "CRYPTOCURRENCY" -> AssetType.CRYPTO;
                    case "CURRENCY" -> AssetType.FOREX;
                    case "FUTURE" -> AssetType.COMMODITY;
                    case "INDEX" -> AssetType.INDEX;
                    default -> null;
                });
    }

    static boolean isWithoutVolume(String instrumentType) {
        return WITHOUT_VOLUME.contains(instrumentType.toUpperCase(Locale.ROOT));
    }
}
