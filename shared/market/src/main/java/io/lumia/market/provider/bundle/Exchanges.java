package io.lumia.market.provider.bundle;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Market identifiers (ISO 10383) of the names that US vendors use for exchanges. */
final class Exchanges {

    private static final Pattern MIC = Pattern.compile("[A-Z][A-Z0-9]{3}");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("NYSE", "XNYS"),
            Map.entry("NYQ", "XNYS"),
            Map.entry("NEW YORK STOCK EXCHANGE", "XNYS"),
            Map.entry("NASDAQ", "XNAS"),
            Map.entry("NASDAQGS", "XNAS"),
            Map.entry("NASDAQGM", "XNAS"),
            Map.entry("NASDAQCM", "XNAS"),
            Map.entry("NMS", "XNAS"),
            Map.entry("NGM", "XNAS"),
            Map.entry("NCM", "XNAS"),
            Map.entry("NYSE ARCA", "ARCX"),
            Map.entry("NYSEARCA", "ARCX"),
            Map.entry("ARCA", "ARCX"),
            Map.entry("PCX", "ARCX"),
            Map.entry("AMEX", "XASE"),
            Map.entry("NYSE AMERICAN", "XASE"),
            Map.entry("NYSE MKT", "XASE"),
            Map.entry("ASE", "XASE"),
            Map.entry("CBOE", "BATS"),
            Map.entry("BTS", "BATS"));

    private Exchanges() {}

    /** The MIC, or null if the text is none and we do not know the name. */
    static @Nullable String mic(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        String known = NAMES.get(name);
        return known != null ? known : MIC.matcher(name).matches() ? name : null;
    }
}
