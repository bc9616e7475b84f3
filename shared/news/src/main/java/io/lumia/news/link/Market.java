package io.lumia.news.link;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The market that a form of a ticker names, by MIC (ISO 10383). The exchanges of the United States share one space of
 * symbols, so that a share that moved from NYSE to Nasdaq keeps its links.
 */
record Market(Set<String> mics) {

    static final Market US = new Market(
            Set.of("XNAS", "XNYS", "XASE", "ARCX", "BATS", "XCBO", "OTCM", "XOTC", "IEXG", "XNGS", "XNMS", "XNCM"));

    private static final Map<String, Market> EXCHANGES = Map.ofEntries(
            Map.entry("nasdaq", US),
            Map.entry("nasdaqgs", US),
            Map.entry("nasdaqgm", US),
            Map.entry("nasdaqcm", US),
            Map.entry("nyse", US),
            Map.entry("nysearca", US),
            Map.entry("nysemkt", US),
            Map.entry("nyseamerican", US),
            Map.entry("amex", US),
            Map.entry("arca", US),
            Map.entry("bats", US),
            Map.entry("otc", US),
            Map.entry("otcqb", US),
            Map.entry("otcqx", US),
            Map.entry("otcmkts", US),
            Map.entry("tsx", of("XTSE")),
            Map.entry("tsxv", of("XTSX")),
            Map.entry("lse", of("XLON")),
            Map.entry("lon", of("XLON")),
            Map.entry("aim", of("XLON")),
            Map.entry("asx", of("XASX")),
            Map.entry("hkex", of("XHKG")),
            Map.entry("hkg", of("XHKG")),
            Map.entry("sehk", of("XHKG")),
            Map.entry("tse", of("XTKS")),
            Map.entry("tyo", of("XTKS")),
            Map.entry("etr", of("XETR")),
            Map.entry("fra", of("XFRA")),
            Map.entry("epa", of("XPAR")),
            Map.entry("sgx", of("XSES")),
            Map.entry("nse", of("XNSE")),
            Map.entry("bse", of("XBOM")));

    private static final Map<String, Market> REUTERS_SUFFIXES = Map.ofEntries(
            Map.entry("o", US),
            Map.entry("oq", US),
            Map.entry("n", US),
            Map.entry("a", US),
            Map.entry("p", US),
            Map.entry("k", US),
            Map.entry("pk", US),
            Map.entry("ob", US),
            Map.entry("l", of("XLON")),
            Map.entry("to", of("XTSE")),
            Map.entry("v", of("XTSX")),
            Map.entry("de", of("XETR")),
            Map.entry("pa", of("XPAR")),
            Map.entry("as", of("XAMS")),
            Map.entry("br", of("XBRU")),
            Map.entry("mi", of("XMIL")),
            Map.entry("mc", of("XMAD")),
            Map.entry("s", of("XSWX")),
            Map.entry("vx", of("XVTX")),
            Map.entry("st", of("XSTO")),
            Map.entry("co", of("XCSE")),
            Map.entry("he", of("XHEL")),
            Map.entry("ol", of("XOSL")),
            Map.entry("t", of("XTKS")),
            Map.entry("hk", of("XHKG")),
            Map.entry("ss", of("XSHG")),
            Map.entry("sz", of("XSHE")),
            Map.entry("ks", of("XKRX")),
            Map.entry("tw", of("XTAI")),
            Map.entry("ax", of("XASX")),
            Map.entry("ns", of("XNSE")),
            Map.entry("bo", of("XBOM")),
            Map.entry("sa", of("BVMF")));

    private static final Set<String> TIERS = Set.of("gs", "gm", "cm", "arca", "american", "mkt", "global", "select");

    Market {
        mics = Set.copyOf(mics);
    }

    private static Market of(String mic) {
        return new Market(Set.of(mic));
    }

    static Optional<Market> ofExchange(String word) {
        return Optional.ofNullable(EXCHANGES.get(word));
    }

    static Optional<Market> ofReutersSuffix(String word) {
        return Optional.ofNullable(REUTERS_SUFFIXES.get(word));
    }

    /** "American" in NYSE American: X. */
    static boolean isTier(String word) {
        return TIERS.contains(word);
    }

    /** Where the books do not know an asset's market it is taken for one of the United States. */
    boolean fits(@Nullable String mic) {
        return mic == null || mic.isBlank() ? equals(US) : mics.contains(mic);
    }
}
