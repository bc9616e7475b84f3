package io.lumia.news.benchmark;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lumia.kernel.AssetId;
import io.lumia.news.link.KnownAsset;
import io.lumia.news.link.Validity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The assets of a measurement, by symbol. Of each the first name that the files give is taken. The first file is taken
 * whole; of further ones only the symbols under which headlines are filed. A symbol of the headlines that no file names takes its publisher's name, and is counted.
 */
record BenchmarkAssets(List<KnownAsset> assets, int namedByPublisher) {

    private static final List<String> SYMBOL = List.of("symbol", "Symbol", "Ticker Symbol", "ticker");
    private static final List<String> NAME =
            List.of("name", "Name", "name_2017", "Security", "name_2026", "name_nasdaq", "company");
    private static final List<String> CIK = List.of("cik", "CIK");
    private static final List<String> EXCHANGE = List.of("exchange");

    private record Named(String name, String cik, String exchange) {}

    static BenchmarkAssets read(List<Path> files, List<Headline> headlines) {
        Map<String, Named> bySymbol = new LinkedHashMap<>();
        Set<String> filed = headlines.stream()
                .flatMap(headline -> headline.symbols().stream())
                .collect(Collectors.toSet());
        for (Path file : files) {
            boolean main = file.equals(files.getFirst());
            CsvFile.forEach(file, row -> {
                String symbol = CsvFile.required(row, SYMBOL);
                if (main || filed.contains(symbol)) {
                    CsvFile.first(row, NAME).ifPresent(name -> bySymbol.putIfAbsent(symbol, named(name, row)));
                }
            });
        }
        int known = bySymbol.size();
        for (Headline headline : headlines) {
            if (headline.symbols().size() == 1 && !headline.company().isEmpty()) {
                bySymbol.putIfAbsent(headline.symbols().iterator().next(), new Named(headline.company(), "", ""));
            }
        }
        List<KnownAsset> assets = new ArrayList<>();
        bySymbol.forEach((symbol, named) -> assets.add(asset(symbol, named)));
        return new BenchmarkAssets(assets, bySymbol.size() - known);
    }

    private static Named named(String name, NamedCsvRecord row) {
        return new Named(
                name,
                CsvFile.first(row, CIK).orElse(""),
                CsvFile.first(row, EXCHANGE).orElse(""));
    }

    private static KnownAsset asset(String symbol, Named named) {
        return new KnownAsset(
                new AssetId(UUID.nameUUIDFromBytes(symbol.getBytes(StandardCharsets.UTF_8))),
                "stock",
                mic(named.exchange()),
                List.of(new KnownAsset.Ticker(symbol, Validity.ALWAYS)),
                List.of(new KnownAsset.KnownName(named.name(), Validity.ALWAYS)),
                named.cik());
    }

    private static String mic(String exchange) {
        return switch (exchange) {
            case "NYSE" -> "XNYS";
            case "NASDAQ" -> "XNAS";
            case "AMEX" -> "XASE";
            case String other -> other;
        };
    }
}
