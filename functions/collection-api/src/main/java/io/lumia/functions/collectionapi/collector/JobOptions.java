package io.lumia.functions.collectionapi.collector;

import io.lumia.collection.AssetFilter;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The options of a job of one provider as a JSON Schema (2020-12): what its collector, datasets and assets may be. A form
 * can be made of it. That some dataset is not there for some type, only saving or validating a job says.
 */
final class JobOptions {

    private JobOptions() {}

    static Map<String, Object> of(Capabilities declared) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("collector", object(List.of("provider"), "provider", Map.of("const", declared.provider())));
        Map<String, Object> wanted = choices(datasets(declared));
        wanted.put("minItems", 1);
        properties.put("datasets", wanted);
        Map<String, Object> assets = object(List.of(), "types", choices(types(declared)));
        Map<String, Object> symbols = new LinkedHashMap<>();
        symbols.put("type", "array");
        symbols.put("items", Map.of("type", "string"));
        symbols.put("maxItems", AssetFilter.MAX_SYMBOLS);
        properties(assets).put("symbols", symbols);
        properties.put("assets", assets);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.of("collector", "datasets"));
        return schema;
    }

    /** Codes of the datasets that a provider has anything of. */
    static List<String> datasets(Capabilities declared) {
        return declared.offers().stream()
                .map(Capability::dataset)
                .distinct()
                .sorted()
                .map(Dataset::code)
                .toList();
    }

    /** Codes of the types of assets that it has anything of. */
    static List<String> types(Capabilities declared) {
        return declared.offers().stream()
                .flatMap(offer -> offer.types().stream())
                .distinct()
                .sorted()
                .map(AssetType::code)
                .toList();
    }

    private static Map<String, Object> choices(List<String> values) {
        Map<String, Object> items = new LinkedHashMap<>();
        items.put("type", "string");
        items.put("enum", values);
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", items);
        list.put("uniqueItems", true);
        return list;
    }

    private static Map<String, Object> object(List<String> required, String property, Map<String, Object> schema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(property, schema);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        return object;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> object) {
        return (Map<String, Object>) Objects.requireNonNull(object.get("properties"));
    }
}
