package io.lumia.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Quote;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.WebNumbers;
import java.time.Instant;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** v7 quotes: a snapshot and a description per symbol. Unknown symbols are simply not there. */
final class QuoteReader {

    private QuoteReader() {}

    static Reading read(ReadContext context, JsonNode json) {
        JsonNode results = json.path("quoteResponse").path("result");
        if (!results.isArray()) {
            return Reading.schemaChanged("no quoteResponse.result");
        }
        if (results.isEmpty()) {
            return Reading.none(new SymbolUnknown("no quote for " + context.symbols()));
        }
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        long line = 0;
        for (JsonNode result : results) {
            line++;
            read(context, line, result, answer);
        }
        ParsedAnswer rows = answer.build();
        return rows.size() > 0
                ? Reading.rows(rows)
                : Reading.schemaChanged("no quote is about any of " + context.symbols());
    }

    private static void read(ReadContext context, long line, JsonNode result, ParsedAnswer.Builder answer) {
        String theirs = result.path("symbol").asText("");
        String symbol = asked(context, theirs);
        if (symbol == null || theirs.isEmpty()) {
            return;
        }
        String raw = RowText.shown(result.toString());
        YahooMarkets.type(result.path("quoteType").asText(""))
                .filter(_ -> Symbol.isValid(symbol))
                .ifPresent(type -> answer.asset(asset(symbol, type, result)));
        JsonNode time = result.path("regularMarketTime");
        if (time.canConvertToLong()
                && WebNumbers.parse(result.path("regularMarketPrice")).isPresent()) {
            answer.quote(new Row<>(line, symbol, quote(time.longValue(), result), raw));
        } else {
            answer.rejected(new Rejected(
                    line, symbol, null, QuarantineReason.MISSING_VALUE, raw, "no regularMarketPrice or -Time"));
        }
    }

    /** Our spelling; null for a symbol that nobody asked for. */
    private static @Nullable String asked(ReadContext context, String theirs) {
        if (context.symbols().isEmpty()) {
            return YahooSymbols.ours(theirs);
        }
        return context.symbols().stream()
                .filter(symbol -> YahooSymbols.agree(symbol, theirs, context.assetType()))
                .findFirst()
                .orElse(null);
    }

    private static AssetDefinition asset(String symbol, AssetType type, JsonNode result) {
        double marketCap = WebNumbers.orNaN(result.path("marketCap"));
        return new AssetDefinition(
                Symbol.parse(symbol),
                result.path("longName").asText(result.path("shortName").asText(symbol)),
                type,
                YahooMarkets.mic(result.path("exchange").asText("")),
                YahooNumbers.currency(result.path("currency").asText("USD")),
                null,
                null,
                Double.isNaN(marketCap) ? null : (Double) marketCap,
                null,
                null,
                null,
                "",
                Map.of());
    }

    private static Quote quote(long time, JsonNode result) {
        String currency = result.path("currency").asText("USD");
        DoubleUnaryOperator price = YahooNumbers.price(currency);
        double volume = WebNumbers.orNaN(result.path("regularMarketVolume"));
        boolean noVolume = volume == 0
                && YahooMarkets.isWithoutVolume(result.path("quoteType").asText(""));
        return new Quote(
                Instant.ofEpochSecond(time),
                price(result, "regularMarketOpen", price),
                price(result, "regularMarketDayHigh", price),
                price(result, "regularMarketDayLow", price),
                price(result, "regularMarketPrice", price),
                noVolume ? Double.NaN : volume,
                YahooNumbers.currency(currency));
    }

    private static double price(JsonNode result, String field, DoubleUnaryOperator rule) {
        double value = WebNumbers.orNaN(result.path(field));
        return Double.isNaN(value) ? value : rule.applyAsDouble(value);
    }
}
