package io.lumia.news.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which headlines name a company, decided without the linker: they have, in these capitals and between word boundaries, the
 * publisher's name of it without suffixes (else the asset's), a usual short name from {@code usual-names.csv}, or its ticker
 * in brackets, behind a dollar sign, as a Reuters code, or bare with three letters or more in a headline that has small
 * letters.
 */
final class NamedCompanies {

    private static final Pattern SUFFIX = Pattern.compile(
            "[ ,.]+(?:Inc|Incorporated|Corp|Corporation|Co|Company|Companies|Cos|Ltd|Limited|plc|PLC|Plc|Holdings?|Group|LP|AG|SA"
                    + "|NV|N\\.V|S\\.A|&|Ord|\\(The\\)|Holding Company|Class [A-C]|Common Stock)\\.?$");
    private static final int MAXIMUM_SUFFIXES = 8;
    private static final int SHORTEST_BARE_TICKER = 3;

    private final Map<String, Pattern> bySymbol = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    NamedCompanies(BenchmarkAssets assets, List<Headline> headlines) {
        for (Headline headline : headlines) {
            if (headline.symbols().size() == 1 && !headline.company().isEmpty()) {
                add(headline.symbols().iterator().next(), stripped(headline.company()));
            }
        }
        assets.assets().forEach(asset -> {
            String symbol = asset.tickers().getFirst().symbol();
            if (!names.containsKey(symbol)) {
                add(symbol, stripped(asset.names().getFirst().name()));
            }
        });
        for (String line : usualNames()) {
            String[] cells = line.split(",");
            add(cells[0], cells[1]);
        }
        names.forEach((symbol, all) -> bySymbol.put(symbol, pattern(symbol, all)));
    }

    boolean names(String title, String symbol) {
        Pattern pattern = bySymbol.get(symbol);
        return pattern != null && pattern.matcher(title).find();
    }

    private void add(String symbol, String name) {
        if (name.length() >= 2) {
            names.computeIfAbsent(symbol, _ -> new LinkedHashSet<>()).add(name);
        }
    }

    static String stripped(String company) {
        String name = company.strip();
        for (int i = 0; i < MAXIMUM_SUFFIXES; i++) {
            name = SUFFIX.matcher(name).replaceFirst("").strip();
        }
        return name.startsWith("The ") ? name.substring(4) : name;
    }

    private static Pattern pattern(String symbol, Set<String> all) {
        List<String> forms = new ArrayList<>();
        String ticker = Pattern.quote(symbol);
        for (String name : all) {
            forms.add("(?<![\\p{L}\\p{N}&])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
        }
        forms.add("\\(" + ticker + "\\)");
        forms.add("\\$" + ticker + "(?![\\p{L}\\p{N}])");
        forms.add("[<(]" + ticker + "\\.[A-Z]{1,2}[>)]");
        if (symbol.length() >= SHORTEST_BARE_TICKER) {
            forms.add("(?=.*\\p{Ll})(?<![\\p{L}\\p{N}&.])" + ticker + "(?![\\p{L}\\p{N}&])");
        }
        return Pattern.compile(String.join("|", forms));
    }

    private static List<String> usualNames() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NamedCompanies.class.getResourceAsStream("usual-names.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
