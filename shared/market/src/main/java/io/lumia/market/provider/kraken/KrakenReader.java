package io.lumia.market.provider.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.crypto.Candle;
import io.lumia.market.provider.crypto.Candles;
import io.lumia.market.provider.crypto.CryptoAssets;
import io.lumia.market.provider.crypto.CryptoPair;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kraken's answers with content: what is under {@code result}. */
final class KrakenReader {

    private static final int FIELDS = 8;
    private static final String LAST = "last";

    private KrakenReader() {}

    /**
     * {PAIR: [[time, open, high, low, close, VWAP, volume, count], …], "last": time}, oldest first, at most 720. The last
     * candle is always the unfinished one (Kraken, "Get OHLC Data") and is left out.
     */
    static Reading ohlc(ReadContext context, JsonNode result) {
        String key = null;
        for (Map.Entry<String, JsonNode> entry : result.properties()) {
            if (!LAST.equals(entry.getKey())) {
                if (key != null || !entry.getValue().isArray()) {
                    return Reading.schemaChanged(
                            "ohlc has more than one pair, or one without candles: " + entry.getKey());
                }
                key = entry.getKey();
            }
        }
        if (key == null || !result.path(LAST).isIntegralNumber()) {
            return Reading.schemaChanged("ohlc has no pair or no 'last'");
        }
        Optional<CryptoPair> answered = KrakenNames.parse(key);
        Optional<CryptoPair> asked = KrakenNames.parse(context.symbol());
        if (asked.isPresent() && answered.isPresent() && !asked.get().equals(answered.get())) {
            return Reading.schemaChanged("asked for %s, got %s".formatted(context.symbol(), key));
        }
        String derived = answered.map(CryptoPair::symbol).orElse(key);
        return candles(context, context.symbol().isEmpty() ? derived : context.symbol(), result.path(key));
    }

    private static Reading candles(ReadContext context, String symbol, JsonNode list) {
        if (list.size() == 1) {
            return Reading.none(new EmptyConfirmed("no candle but the unfinished one"));
        }
        Candles candles = new Candles(context, symbol);
        for (int i = 0; i < list.size() - 1; i++) {
            JsonNode row = list.get(i);
            if (row.isArray() && row.size() >= FIELDS) {
                candles.add(new Candle(
                        i + 1L,
                        Candles.epochSeconds(row.get(0)),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        row.get(6),
                        row));
            } else {
                candles.reject(i + 1L, row, "a candle is a list of eight");
            }
        }
        return candles.reading();
    }

    /** {XXBT: {aclass, altname, decimals, …}}: single currencies, which are priced in pairs. */
    static Reading assets(ReadContext context, JsonNode result) {
        return definitions(context, result, KrakenReader::currency);
    }

    /** {XXBTZUSD: {altname, wsname, base, quote, …}}. */
    static Reading pairs(ReadContext context, JsonNode result) {
        return definitions(context, result, KrakenReader::pair);
    }

    /** Makes a definition of an entry; null where it is none. */
    @FunctionalInterface
    private interface EntryReader {
        @Nullable
        AssetDefinition read(String key, JsonNode entry);
    }

    private static Reading definitions(ReadContext context, JsonNode result, EntryReader reader) {
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        long line = 0;
        boolean anyWanted = result.isEmpty();
        for (Map.Entry<String, JsonNode> entry : result.properties()) {
            line++;
            AssetDefinition definition = reader.read(entry.getKey(), entry.getValue());
            if (definition == null) {
                rows.rejected(new Rejected(
                        line,
                        entry.getKey(),
                        null,
                        QuarantineReason.MALFORMED_LINE,
                        shown(entry.getValue()),
                        "the entry does not name its currencies"));
            } else if (context.symbols().isEmpty()
                    || context.symbols().contains(definition.symbol().value())) {
                anyWanted = true;
                rows.asset(definition);
            }
        }
        ParsedAnswer read = rows.build();
        if (read.size() > 0) {
            return Reading.rows(read);
        }
        if (!read.rejected().isEmpty()) {
            return Reading.schemaChanged(
                    "no entry can be read: " + read.rejected().getFirst().row());
        }
        return Reading.none(
                anyWanted ? new EmptyConfirmed("no entries") : new SymbolUnknown("none of " + context.symbols()));
    }

    private static @Nullable AssetDefinition currency(String key, JsonNode entry) {
        String altname = entry.path("altname").asText("");
        String symbol = KrakenNames.currency(altname);
        if (!entry.has("aclass") || entry.has("base") || !Symbol.isValid(symbol)) {
            return null;
        }
        boolean isMoney = KrakenNames.isMoney(key);
        return new AssetDefinition(
                new Symbol(symbol),
                symbol,
                isMoney ? AssetType.FOREX : AssetType.CRYPTO,
                null,
                isMoney ? symbol : "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of("kraken_name", key, "decimals", entry.path("decimals").asText("")));
    }

    private static @Nullable AssetDefinition pair(String key, JsonNode entry) {
        String base = KrakenNames.currency(entry.path("base").asText(""));
        String quote = KrakenNames.currency(entry.path("quote").asText(""));
        Optional<CryptoPair> pair = CryptoPair.parse(base + "-" + quote);
        if (pair.isEmpty() || !Symbol.isValid(pair.get().symbol())) {
            return null;
        }
        return CryptoAssets.of(
                pair.get(),
                pair.get().base() + "/" + pair.get().quote(),
                Map.of("base", base, "quote", quote, "kraken_name", key));
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= 1_000 ? text : text.substring(0, 1_000);
    }
}
