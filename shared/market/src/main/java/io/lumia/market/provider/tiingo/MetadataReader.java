package io.lumia.market.provider.tiingo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One instrument. Its {@code endDate} is the last day with a price, which says nothing about the end of its life. */
final class MetadataReader {

    private static final Map<String, String> MICS = Map.of(
            "NASDAQ", "XNAS",
            "NYSE", "XNYS",
            "NYSE ARCA", "ARCX",
            "NYSE MKT", "XASE",
            "NYSE AMERICAN", "XASE",
            "AMEX", "XASE",
            "BATS", "BATS",
            "SHG", "XSHG",
            "SHE", "XSHE");

    private MetadataReader() {}

    static Reading read(ReadContext context, JsonNode json) {
        String ticker = json.path("ticker").asText("");
        if (!json.isObject() || ticker.isEmpty() || !json.has("name") || !json.has("exchangeCode")) {
            return Reading.schemaChanged("no ticker, name or exchangeCode");
        }
        if (!context.symbol().isEmpty() && !TiingoSymbols.agree(context.symbol(), ticker)) {
            return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), ticker));
        }
        String symbol = context.symbol().isEmpty() ? TiingoSymbols.ours(ticker) : context.symbol();
        return Reading.rows(
                ParsedAnswer.builder().asset(asset(context, symbol, json)).build());
    }

    private static AssetDefinition asset(ReadContext context, String symbol, JsonNode json) {
        String exchange = json.path("exchangeCode").asText("").toUpperCase(Locale.ROOT);
        AssetType asked = context.assetType();
        return new AssetDefinition(
                Symbol.parse(symbol),
                text(json.path("name"), symbol),
                asked == null ? type(exchange) : asked,
                MICS.get(exchange),
                exchange.equals("SHG") || exchange.equals("SHE") ? "CNY" : "USD",
                null,
                null,
                null,
                null,
                date(json.path("startDate").asText("")),
                null,
                text(json.path("description"), ""),
                Map.of());
    }

    /** Tiingo does not say. Funds have an exchange code of their own; an ETF is told from a share only by who asks. */
    private static AssetType type(String exchange) {
        return exchange.startsWith("NMFQS") ? AssetType.MUTUAL_FUND : AssetType.STOCK;
    }

    private static String text(JsonNode node, String whenMissing) {
        return node.isTextual() ? node.textValue() : whenMissing;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
