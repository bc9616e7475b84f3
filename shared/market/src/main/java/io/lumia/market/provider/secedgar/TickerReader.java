package io.lumia.market.provider.secedgar;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * {@code company_tickers.json}: an object keyed "0", "1", … of {cik_str, ticker, title}. One company has several tickers,
 * each an asset of its own. A hyphen separates the share class: {@code BRK-B} is our {@code BRK.B}.
 */
final class TickerReader {

    private TickerReader() {}

    /** Every ticker, or all of the companies that were asked for: who asks for one sees which others live beside it. */
    static Reading assets(ReadContext context, JsonNode tree) {
        ParsedAnswer all = parse(tree);
        if (all.isEmpty()) {
            return Reading.schemaChanged("company_tickers is no object of tickers");
        }
        if (all.assets().isEmpty() || context.symbols().isEmpty()) {
            return Rows.reading(all, List.of(), "no tickers");
        }
        ParsedAnswer.Builder wanted = ParsedAnswer.builder();
        Set<String> ciks = wantedCiks(all, context.symbols());
        all.assets().stream()
                .filter(asset -> ciks.contains(String.valueOf(asset.cik())))
                .forEach(wanted::asset);
        ParsedAnswer rows = wanted.build();
        return rows.isEmpty() ? unknown(context) : Reading.rows(rows);
    }

    /**
     * No rows, but the calls that the tickers asked for lead to.
     *
     * @param call of a ticker and its company
     */
    static Reading calls(ReadContext context, JsonNode tree, BiFunction<String, Cik, WebCall> call) {
        ParsedAnswer all = parse(tree);
        if (all.assets().isEmpty()) {
            return Reading.schemaChanged("company_tickers is no object of tickers");
        }
        Map<String, String> ciks = new LinkedHashMap<>();
        all.assets().forEach(asset -> ciks.put(asset.symbol().value(), String.valueOf(asset.cik())));
        List<WebCall> calls = new ArrayList<>();
        for (String symbol : context.symbols()) {
            if (Cik.ofSymbol(symbol).isEmpty()) {
                Optional.ofNullable(ciks.get(spelled(symbol)))
                        .flatMap(Cik::parse)
                        .ifPresent(cik -> calls.add(call.apply(symbol, cik)));
            }
        }
        return calls.isEmpty()
                ? unknown(context)
                : Reading.rows(ParsedAnswer.builder().build(), calls);
    }

    private static Reading unknown(ReadContext context) {
        return Reading.none(new SymbolUnknown("company_tickers has none of " + context.symbols()));
    }

    /** Companies that were asked for, by a ticker or by themselves. */
    private static Set<String> wantedCiks(ParsedAnswer all, List<String> symbols) {
        Set<String> tickers = symbols.stream().map(TickerReader::spelled).collect(Collectors.toSet());
        Set<String> ciks = new HashSet<>();
        symbols.forEach(symbol -> Cik.ofSymbol(symbol).ifPresent(cik -> ciks.add(cik.value())));
        all.assets().stream()
                .filter(asset -> tickers.contains(asset.symbol().value()))
                .forEach(asset -> ciks.add(String.valueOf(asset.cik())));
        return ciks;
    }

    /** A ticker in our spelling. */
    private static String spelled(String ticker) {
        return ticker.strip().toUpperCase(java.util.Locale.ROOT).replace('-', '.');
    }

    private static ParsedAnswer parse(JsonNode tree) {
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        if (!tree.isObject()) {
            return rows.build();
        }
        long line = 0;
        for (JsonNode entry : tree) {
            line++;
            parse(line, entry, rows);
        }
        return rows.build();
    }

    private static void parse(long line, JsonNode entry, ParsedAnswer.Builder rows) {
        Optional<Cik> cik = Cik.parse(entry.path("cik_str"));
        String symbol = spelled(Rows.text(entry, "ticker"));
        if (cik.isEmpty() || !Symbol.isValid(symbol)) {
            String detail = "cik_str is '%s', ticker '%s'; allowed: up to ten digits and a ticker"
                    .formatted(entry.path("cik_str").asText(), symbol);
            rows.rejected(Rows.malformed(line, symbol, null, entry.toString(), detail));
            return;
        }
        String title = Rows.text(entry, "title");
        rows.asset(new AssetDefinition(
                new Symbol(symbol),
                title.isEmpty() ? symbol : title,
                type(title),
                null,
                "USD",
                null,
                null,
                null,
                cik.get().value(),
                null,
                null,
                "",
                Map.of()));
    }

    /** The list does not say what a ticker is; only a name that says it itself is believed. */
    private static AssetType type(String title) {
        return title.toUpperCase(java.util.Locale.ROOT).matches(".*\\bETF\\b.*") ? AssetType.ETF : AssetType.STOCK;
    }
}
