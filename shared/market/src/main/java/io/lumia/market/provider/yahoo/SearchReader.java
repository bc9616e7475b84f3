package io.lumia.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.Reading;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** v1 search: instruments, beside news and companies without a listing. Options and warrants are left out. */
final class SearchReader {

    private SearchReader() {}

    static Reading read(JsonNode json) {
        JsonNode quotes = json.path("quotes");
        if (!quotes.isArray()) {
            return Reading.schemaChanged("no quotes");
        }
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        for (JsonNode quote : quotes) {
            asset(quote).ifPresent(answer::asset);
        }
        ParsedAnswer assets = answer.build();
        return assets.isEmpty()
                ? Reading.none(new EmptyConfirmed("no instrument found that we keep"))
                : Reading.rows(assets);
    }

    private static Optional<AssetDefinition> asset(JsonNode quote) {
        String symbol = YahooSymbols.ours(quote.path("symbol").asText(""));
        return YahooMarkets.type(quote.path("quoteType").asText(""))
                .filter(_ -> Symbol.isValid(symbol))
                .map(type -> asset(symbol, type, quote));
    }

    /** A search names no currency; the exchange's is not always the instrument's, so dollars are declared, not guessed. */
    private static AssetDefinition asset(String symbol, AssetType type, JsonNode quote) {
        return new AssetDefinition(
                Symbol.parse(symbol),
                quote.path("longname").asText(quote.path("shortname").asText(symbol)),
                type,
                YahooMarkets.mic(quote.path("exchange").asText("")),
                "USD",
                orNull(quote.path("sector").asText("")),
                orNull(quote.path("industry").asText("")),
                null,
                null,
                null,
                null,
                "",
                Map.of("currency_assumed", "true"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
