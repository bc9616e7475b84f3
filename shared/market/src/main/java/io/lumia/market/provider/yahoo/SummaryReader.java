package io.lumia.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebNumbers;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * v10 quoteSummary: modules about one instrument. {@code assetProfile}, {@code quoteType}, {@code price} and
 * {@code summaryDetail} say what it is; the other modules are not read.
 */
final class SummaryReader {

    private SummaryReader() {}

    static Reading read(ReadContext context, JsonNode json) {
        JsonNode results = json.path("quoteSummary").path("result");
        if (!results.isArray()) {
            return Reading.schemaChanged("no quoteSummary.result");
        }
        if (results.isEmpty()) {
            return Reading.none(new EmptyConfirmed("no modules for " + context.symbol()));
        }
        JsonNode modules = results.path(0);
        String theirs = first(modules, "symbol", "price", "quoteType").orElse("");
        if (!theirs.isEmpty()
                && !context.symbol().isEmpty()
                && !YahooSymbols.agree(context.symbol(), theirs, context.assetType())) {
            return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), theirs));
        }
        String symbol = context.symbol().isEmpty() ? YahooSymbols.ours(theirs) : context.symbol();
        AssetType type = type(context, modules);
        if (!Symbol.isValid(symbol) || type == null) {
            return Reading.schemaChanged("no module says what the instrument is");
        }
        return Reading.rows(
                ParsedAnswer.builder().asset(asset(symbol, type, modules)).build());
    }

    /** A profile without a word about the type is a company's. */
    private static @Nullable AssetType type(ReadContext context, JsonNode modules) {
        Optional<AssetType> said =
                first(modules, "quoteType", "quoteType", "price").flatMap(YahooMarkets::type);
        if (said.isPresent() || context.assetType() != null) {
            return said.orElse(context.assetType());
        }
        return modules.path("assetProfile").has("industry") ? AssetType.STOCK : null;
    }

    private static AssetDefinition asset(String symbol, AssetType type, JsonNode modules) {
        JsonNode profile = modules.path("assetProfile");
        double marketCap = number(modules, "marketCap", "price", "summaryDetail");
        return new AssetDefinition(
                Symbol.parse(symbol),
                first(modules, "longName", "price", "quoteType")
                        .or(() -> first(modules, "shortName", "price", "quoteType"))
                        .orElse(symbol),
                type,
                YahooMarkets.mic(
                        first(modules, "exchange", "quoteType", "price").orElse("")),
                YahooNumbers.currency(
                        first(modules, "currency", "price", "summaryDetail").orElse("USD")),
                orNull(profile.path("sector").asText("")),
                orNull(profile.path("industry").asText("")),
                Double.isNaN(marketCap) ? null : (Double) marketCap,
                null,
                null,
                null,
                profile.path("longBusinessSummary").asText(""),
                Map.of());
    }

    private static Optional<String> first(JsonNode modules, String field, String... names) {
        for (String name : names) {
            String text = modules.path(name).path(field).asText("");
            if (!text.isEmpty() && !text.equals("null")) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** Plain, or as {@code {raw, fmt}} where formatting was asked for. */
    private static double number(JsonNode modules, String field, String... names) {
        for (String name : names) {
            JsonNode value = modules.path(name).path(field);
            double number = WebNumbers.orNaN(value.isObject() ? value.path("raw") : value);
            if (!Double.isNaN(number)) {
                return number;
            }
        }
        return Double.NaN;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() || text.equals("null") ? null : text;
    }
}
