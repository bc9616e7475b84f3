package io.lumia.market.provider.nasdaq;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.WebNumbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of US shares: {@code data.rows}, {@code data.table.rows} or the bare rows as some archives keep them. It names
 * no exchange. A market capitalisation of 0.00 means that there is none. Last prices have no time and are left alone.
 */
final class ScreenerReader {

    private ScreenerReader() {}

    static Reading read(ReadContext context, JsonNode json) {
        Optional<JsonNode> found = rows(json);
        if (found.isEmpty()) {
            return Reading.schemaChanged("no data.rows");
        }
        if (found.get().isEmpty()) {
            return Reading.none(new EmptyConfirmed("the list is empty"));
        }
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        Set<String> wanted = context.symbols().stream().map(NasdaqSymbols::ours).collect(Collectors.toSet());
        long line = 0;
        for (JsonNode row : found.get()) {
            line++;
            row(line, row, wanted, answer);
        }
        return reading(answer.build(), wanted);
    }

    private static Reading reading(ParsedAnswer rows, Set<String> wanted) {
        if (rows.size() > 0) {
            return Reading.rows(rows);
        }
        return rows.rejected().isEmpty()
                ? Reading.none(new SymbolUnknown("the list has none of " + wanted))
                : Reading.schemaChanged("none of %d rows could be read: %s"
                        .formatted(
                                rows.rejected().size(),
                                rows.rejected().getFirst().detail()));
    }

    private static Optional<JsonNode> rows(JsonNode json) {
        JsonNode data = json.path("data");
        return List.of(json, data.path("rows"), data.path("table").path("rows")).stream()
                .filter(JsonNode::isArray)
                .findFirst();
    }

    private static void row(long line, JsonNode row, Set<String> wanted, ParsedAnswer.Builder answer) {
        String symbol = NasdaqSymbols.ours(row.path("symbol").asText(""));
        String name = row.path("name").asText("");
        if (!Symbol.isValid(symbol) || name.isBlank()) {
            answer.rejected(new Rejected(
                    line,
                    symbol,
                    null,
                    QuarantineReason.MALFORMED_LINE,
                    RowText.shown(row.toString()),
                    "symbol is '%s', name is '%s'".formatted(RowText.shown(symbol), RowText.shown(name))));
        } else if (wanted.isEmpty() || wanted.contains(symbol)) {
            answer.asset(asset(symbol, name, row));
        }
    }

    private static AssetDefinition asset(String symbol, String name, JsonNode row) {
        double marketCap = WebNumbers.orNaN(row.path("marketCap"));
        return new AssetDefinition(
                Symbol.parse(symbol),
                name.strip(),
                AssetType.STOCK,
                null,
                "USD",
                orNull(row.path("sector").asText("")),
                orNull(row.path("industry").asText("")),
                marketCap > 0 ? (Double) marketCap : null,
                null,
                null,
                null,
                "",
                attributes(row));
    }

    private static Map<String, String> attributes(JsonNode row) {
        Map<String, String> attributes = new HashMap<>();
        put(attributes, "country", row.path("country").asText(""));
        put(attributes, "ipo_year", row.path("ipoyear").asText(""));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (orNull(value) != null) {
            attributes.put(name, value);
        }
    }

    private static @Nullable String orNull(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.equals("N/A") || stripped.equals("null") ? null : stripped;
    }
}
