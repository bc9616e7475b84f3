package io.lumia.market.provider.fred;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebXml;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** {@code series}: what a series is about, in the API's outer element {@code seriess}. */
final class SeriesInfo {

    private static final int MAX_DESCRIPTION = 2_000;
    private static final String DISCONTINUED = "(DISCONTINUED)";

    private SeriesInfo() {}

    static Reading read(ReadContext context, WebResponse response) {
        Optional<List<Map<String, String>>> found =
                response.text().stripLeading().startsWith("<") ? xml(response) : json(response);
        if (found.isEmpty()) {
            return Readings.unreadable(response, "seriess");
        }
        if (found.get().isEmpty()) {
            return Reading.none(new EmptyConfirmed("no series"));
        }
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        long number = 0;
        for (Map<String, String> fields : found.get()) {
            number++;
            add(number, fields, context, answer);
        }
        ParsedAnswer rows = answer.build();
        return rows.assets().isEmpty()
                ? Reading.schemaChanged("no series that was asked for: "
                        + found.get().getFirst().get("id"))
                : Reading.rows(rows);
    }

    private static void add(long number, Map<String, String> fields, ReadContext context, ParsedAnswer.Builder answer) {
        String id = fields.getOrDefault("id", "");
        String title = fields.getOrDefault("title", "");
        if (id.isEmpty() || title.isEmpty() || !Symbol.isValid(id)) {
            answer.rejected(new Rejected(
                    number,
                    id,
                    null,
                    QuarantineReason.MALFORMED_LINE,
                    fields.toString(),
                    "a series has an id and a title"));
            return;
        }
        Wanted wanted = Wanted.of(context);
        if (wanted.isEverything()) {
            answer.asset(definition(id, title, fields, context.assetType()));
        }
        wanted.symbols().stream()
                .filter(symbol -> FredAdapter.fredId(symbol).orElse(symbol).equals(id))
                .forEach(symbol -> answer.asset(definition(symbol, title, fields, context.assetType())));
    }

    private static AssetDefinition definition(
            String symbol, String title, Map<String, String> fields, @Nullable AssetType type) {
        String notes = fields.getOrDefault("notes", "");
        boolean over = title.toUpperCase(Locale.ROOT).contains(DISCONTINUED);
        return new AssetDefinition(
                Symbol.parse(symbol),
                title,
                type == null ? AssetType.ECONOMIC_INDICATOR : type,
                null,
                // A unit such as "Thousands of Persons" has no currency; the country's own is named then.
                "USD",
                null,
                null,
                null,
                null,
                date(fields, "observation_start"),
                over ? date(fields, "observation_end") : null,
                notes.length() <= MAX_DESCRIPTION ? notes : notes.substring(0, MAX_DESCRIPTION),
                attributes(fields));
    }

    private static Map<String, String> attributes(Map<String, String> fields) {
        Map<String, String> attributes = new HashMap<>();
        put(attributes, "unit", fields.get("units"));
        put(attributes, "frequency", frequency(fields));
        put(attributes, "seasonal_adjustment", fields.get("seasonal_adjustment_short"));
        put(attributes, "last_updated", fields.get("last_updated"));
        return attributes;
    }

    /** D, W, M, Q or A; others as FRED abbreviates them: BW each second week, SA half-yearly. */
    private static String frequency(Map<String, String> fields) {
        String code = fields.getOrDefault("frequency_short", "");
        String word = fields.getOrDefault("frequency", "");
        return code.isEmpty() && !word.isEmpty() ? word.substring(0, 1).toUpperCase(Locale.ROOT) : code;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(name, value);
        }
    }

    private static @Nullable LocalDate date(Map<String, String> fields, String name) {
        return Periods.day(fields.getOrDefault(name, "")).orElse(null);
    }

    private static Optional<List<Map<String, String>>> json(WebResponse response) {
        return WebJson.parse(response.text())
                .map(tree -> tree.path("seriess"))
                .filter(JsonNode::isArray)
                .map(array -> {
                    List<Map<String, String>> series = new ArrayList<>();
                    array.forEach(node -> series.add(fields(node)));
                    return series;
                });
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new HashMap<>();
        node.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue().asText().strip());
            }
        });
        return fields;
    }

    private static Optional<List<Map<String, String>>> xml(WebResponse response) {
        return WebXml.parse(response.body())
                .filter(root -> "seriess".equals(root.getLocalName()))
                .map(root -> WebXml.children(root).stream()
                        .filter(child -> "series".equals(child.getLocalName()))
                        .map(SeriesInfo::fields)
                        .toList());
    }

    private static Map<String, String> fields(Element element) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            fields.put(
                    attribute.getNodeName(),
                    String.valueOf(attribute.getNodeValue()).strip());
        }
        return fields;
    }
}
