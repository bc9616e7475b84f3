package io.lumia.market.provider.frankfurter;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.series.CurrencyPair;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.platform.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Codes and names of the currencies: the pairs that were asked for, or each against the euro where none was named. */
final class Currencies {

    private Currencies() {}

    static Reading read(ReadContext context, WebResponse response, JsonNode tree) {
        Map<String, String> names = new TreeMap<>();
        for (Map.Entry<String, JsonNode> currency : tree.properties()) {
            if (!currency.getKey().matches("[A-Z]{3}") || !currency.getValue().isTextual()) {
                return Readings.unreadable(response, "names of currencies by code");
            }
            names.put(currency.getKey(), currency.getValue().asText());
        }
        if (names.isEmpty()) {
            return Readings.unreadable(response, "at least one currency");
        }
        List<CurrencyPair> pairs = pairs(Wanted.of(context), names);
        if (pairs.isEmpty()) {
            return Readings.symbolUnknown("%s; currencies: %s".formatted(context.symbols(), names.keySet()));
        }
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        pairs.forEach(pair -> answer.asset(definition(pair, names)));
        return Reading.rows(answer.build());
    }

    private static List<CurrencyPair> pairs(Wanted wanted, Map<String, String> names) {
        if (wanted.isEverything()) {
            return names.keySet().stream()
                    .map(code -> CurrencyPair.parse("EUR" + code))
                    .flatMap(Optional::stream)
                    .toList();
        }
        return wanted.symbols().stream()
                .sorted()
                .map(CurrencyPair::parse)
                .flatMap(Optional::stream)
                .filter(pair -> names.containsKey(pair.base()) && names.containsKey(pair.quote()))
                .toList();
    }

    private static AssetDefinition definition(CurrencyPair pair, Map<String, String> names) {
        return new AssetDefinition(
                new Symbol(pair.symbol()),
                "%s / %s"
                        .formatted(
                                names.getOrDefault(pair.base(), pair.base()),
                                names.getOrDefault(pair.quote(), pair.quote())),
                AssetType.FOREX,
                null,
                pair.quote(),
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of("base_currency", pair.base(), "quote_currency", pair.quote()));
    }
}
