package io.lumia.market.provider.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Coinbase's answers with content. None of the candles' answers says which product it is about. */
final class CoinbaseReader {

    /** Where nobody said which product: the commonest. */
    private static final String UNNAMED = "BTC-USD";

    private static final int FIELDS = 6;

    private CoinbaseReader() {}

    /** Arrays of [time, LOW, HIGH, OPEN, CLOSE, volume], epoch seconds, newest first; days without trades are absent. */
    static Reading exchangeCandles(ReadContext context, JsonNode tree) {
        if (!tree.isArray()) {
            return Reading.schemaChanged("candles are no list");
        }
        Candles candles = new Candles(context, symbol(context));
        long line = 0;
        for (JsonNode row : tree) {
            line++;
            if (row.isArray() && row.size() >= FIELDS) {
                candles.add(new Candle(
                        line,
                        Candles.epochSeconds(row.get(0)),
                        row.get(3),
                        row.get(2),
                        row.get(1),
                        row.get(4),
                        row.get(5),
                        row));
            } else {
                candles.reject(line, row, "a candle is a list of six numbers");
            }
        }
        return candles.reading();
    }

    /** Objects of texts {start, low, high, open, close, volume}, newest first. */
    static Reading advancedCandles(ReadContext context, JsonNode tree) {
        JsonNode list = tree.path("candles");
        if (!list.isArray()) {
            return Reading.schemaChanged("advanced candles have no list 'candles'");
        }
        Candles candles = new Candles(context, symbol(context));
        long line = 0;
        for (JsonNode row : list) {
            line++;
            if (row.isObject() && row.has("start")) {
                candles.add(new Candle(
                        line,
                        Candles.epochSeconds(row.path("start")),
                        row.path("open"),
                        row.path("high"),
                        row.path("low"),
                        row.path("close"),
                        row.path("volume"),
                        row));
            } else {
                candles.reject(line, row, "a candle is an object with start");
            }
        }
        return candles.reading();
    }

    private static String symbol(ReadContext context) {
        return context.symbol().isEmpty() ? UNNAMED : context.symbol();
    }

    /** All products, one product, or those of the request. */
    static Reading products(ReadContext context, JsonNode tree) {
        List<JsonNode> products;
        if (tree.isArray()) {
            products = tree.valueStream().toList();
        } else if (tree.has("id") && tree.has("base_currency")) {
            products = List.of(tree);
        } else {
            return Reading.schemaChanged("products are no list of products");
        }
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        long line = 0;
        boolean anyWanted = products.isEmpty();
        for (JsonNode product : products) {
            line++;
            Optional<CryptoPair> pair = pair(product);
            if (pair.isEmpty()) {
                rows.rejected(new Rejected(
                        line,
                        product.path("id").asText(),
                        null,
                        QuarantineReason.MALFORMED_LINE,
                        shown(product),
                        "a product needs id, base_currency and quote_currency"));
            } else if (context.symbols().isEmpty()
                    || context.symbols().contains(pair.get().symbol())) {
                anyWanted = true;
                rows.asset(CryptoAssets.of(pair.get(), name(product), attributes(pair.get(), product)));
            }
        }
        return products(context, rows.build(), anyWanted);
    }

    private static Reading products(ReadContext context, ParsedAnswer rows, boolean anyWanted) {
        if (rows.size() > 0) {
            return Reading.rows(rows);
        }
        if (!rows.rejected().isEmpty()) {
            return Reading.schemaChanged(
                    "no product can be read: " + rows.rejected().getFirst().row());
        }
        return Reading.none(
                anyWanted
                        ? new EmptyConfirmed("no products")
                        : new SymbolUnknown("products has none of " + context.symbols()));
    }

    private static Optional<CryptoPair> pair(JsonNode product) {
        String base = product.path("base_currency").asText("");
        String quote = product.path("quote_currency").asText("");
        return CryptoPair.parse(base + "-" + quote)
                .filter(pair -> Symbol.isValid(pair.symbol()))
                .filter(pair -> product.path("id").asText("").equalsIgnoreCase(pair.symbol()));
    }

    private static String name(JsonNode product) {
        return product.path("display_name").asText("");
    }

    private static Map<String, String> attributes(CryptoPair pair, JsonNode product) {
        JsonNode status = product.has("status") ? product.path("status") : MissingNode.getInstance();
        return status.isTextual()
                ? Map.of("base", pair.base(), "quote", pair.quote(), "status", status.textValue())
                : Map.of("base", pair.base(), "quote", pair.quote());
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= 1_000 ? text : text.substring(0, 1_000);
    }
}
