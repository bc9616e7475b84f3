package io.lumia.market.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code bestMatches}: instruments of all the world, best first. Asked about one symbol, others are beside the point but kept. */
final class SearchReader {

    static final String KIND = "symbol_search";

    private SearchReader() {}

    static Reading read(ReadContext context, JsonNode json) {
        JsonNode matches = json.path("bestMatches");
        if (!matches.isArray()) {
            return Reading.schemaChanged("no bestMatches");
        }
        if (matches.isEmpty()) {
            return Reading.none(new EmptyConfirmed("nothing found for " + context.symbol()));
        }
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        long line = 0;
        for (JsonNode match : matches) {
            line++;
            match(line, match, answer);
        }
        ParsedAnswer rows = answer.build();
        return rows.size() > 0
                ? Reading.rows(rows)
                : Reading.schemaChanged("none of %d matches could be read".formatted(matches.size()));
    }

    private static void match(long line, JsonNode match, ParsedAnswer.Builder answer) {
        String symbol = SeriesReader.value(match, "symbol");
        Optional<AssetType> type = type(SeriesReader.value(match, "type"));
        String currency = SeriesReader.value(match, "currency").toUpperCase(Locale.ROOT);
        if (!Symbol.isValid(symbol) || type.isEmpty() || !currency.matches("[A-Z]{3}")) {
            String detail = "a symbol, a type we keep and a currency are wanted";
            String raw = RowText.shown(match.toString());
            answer.rejected(new Rejected(line, symbol, null, QuarantineReason.MALFORMED_LINE, raw, detail));
            return;
        }
        String name = SeriesReader.value(match, "name");
        answer.asset(new AssetDefinition(
                Symbol.parse(symbol),
                name.isBlank() ? symbol : name,
                type.get(),
                null,
                currency.equals("GBX") ? "GBP" : currency,
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of("region", SeriesReader.value(match, "region"))));
    }

    private static Optional<AssetType> type(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "equity" -> Optional.of(AssetType.STOCK);
            case "etf" -> Optional.of(AssetType.ETF);
            case "mutual fund" -> Optional.of(AssetType.MUTUAL_FUND);
            default -> Optional.empty();
        };
    }
}
