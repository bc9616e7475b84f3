package io.lumia.market.provider.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Binance's answers with content. */
final class BinanceReader {

    /** Where nobody said which pair: the commonest. */
    private static final String UNNAMED = "BTC-USDT";

    private static final int FIELDS = 7;

    private BinanceReader() {}

    /**
     * [open time, open, high, low, close, volume, close time, …], oldest first, epoch milliseconds. The close time is the last
     * millisecond of the candle, so it says how long the candle is.
     */
    static Reading klines(ReadContext context, JsonNode tree) {
        if (!tree.isArray()) {
            return Reading.schemaChanged("klines are no list");
        }
        Candles candles = new Candles(context, context.symbol().isEmpty() ? UNNAMED : context.symbol());
        long line = 0;
        for (JsonNode row : tree) {
            line++;
            Instant start = row.isArray() && row.size() >= FIELDS ? Candles.epochMillis(row.get(0)) : Instant.MIN;
            Instant end = row.isArray() && row.size() >= FIELDS ? Candles.epochMillis(row.get(6)) : Instant.MIN;
            if (start.equals(Instant.MIN) || !end.isAfter(start)) {
                candles.reject(line, row, "a candle is a list that has an open time and a later close time");
            } else {
                candles.lasting(Duration.between(start, end.plusMillis(1)));
                candles.add(new Candle(line, start, row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row));
            }
        }
        return candles.reading();
    }

    /** {symbols: [{symbol, status, baseAsset, quoteAsset, …}]}. */
    static Reading exchangeInfo(ReadContext context, JsonNode tree) {
        if (!tree.path("symbols").isArray()) {
            return Reading.schemaChanged("exchange_info has no list of symbols");
        }
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        long line = 0;
        for (JsonNode entry : tree.path("symbols")) {
            line++;
            Optional<CryptoPair> pair = CryptoPair.parse(entry.path("baseAsset").asText("") + "-"
                            + entry.path("quoteAsset").asText(""))
                    .filter(known -> Symbol.isValid(known.symbol()));
            if (pair.isEmpty()) {
                String raw = entry.toString();
                rows.rejected(new Rejected(
                        line,
                        entry.path("symbol").asText(""),
                        null,
                        QuarantineReason.MALFORMED_LINE,
                        raw.substring(0, Math.min(raw.length(), 1_000)),
                        "baseAsset and quoteAsset are needed"));
            } else if (context.symbols().isEmpty()
                    || context.symbols().contains(pair.get().symbol())) {
                rows.asset(CryptoAssets.of(
                        pair.get(),
                        "",
                        Map.of(
                                "base", pair.get().base(),
                                "quote", pair.get().quote(),
                                "status", entry.path("status").asText(""))));
            }
        }
        ParsedAnswer read = rows.build();
        if (read.size() > 0) {
            return Reading.rows(read);
        }
        if (!read.rejected().isEmpty()) {
            return Reading.schemaChanged(
                    "no symbol can be read: " + read.rejected().getFirst().row());
        }
        return Reading.none(
                tree.path("symbols").isEmpty()
                        ? new EmptyConfirmed("no symbols")
                        : new SymbolUnknown("exchange_info has none of " + context.symbols()));
    }
}
