package io.lumia.web.document;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Calls schemas by words of the API, since generated clients make classes of their names. micronaut-openapi calls a record that
 * may be null after its Java class, whatever name it was given, and an answer after the generic class around its data. An
 * answer is called after its data here: {@code AssetAnswer}, {@code AssetListAnswer}.
 */
final class SchemaNames {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String ENVELOPE = "ApiAnswer_";
    private static final Pattern GOOD = Pattern.compile("(?!.*View)[A-Z][A-Za-z0-9]*");

    private final Map<String, Object> given;

    /** @param given names by those that are generated */
    SchemaNames(Map<String, Object> given) {
        this.given = given;
    }

    /**
     * Renames schemas and all that refers to them.
     *
     * @throws AppException INTERNAL where two would have one name and differ, or a name is none of the API's words
     */
    void apply(Map<String, Object> document) {
        Map<String, Object> components = Trees.map(document, "components");
        Map<String, Object> schemas = Trees.map(components, "schemas");
        Map<String, String> names = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> names.put(name, newName(name, Trees.asMap(schema))));
        refer(document, names);
        Map<String, Object> renamed = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> add(renamed, String.valueOf(names.get(name)), schema));
        components.put("schemas", renamed);
    }

    private String newName(String name, Map<String, Object> schema) {
        String wanted = name.startsWith(ENVELOPE) ? answerName(name, schema) : word(name);
        if (!GOOD.matcher(wanted).matches()) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "the schema %s has no name for clients; give it one in openapi/names.json".formatted(wanted));
        }
        return wanted;
    }

    /** What stands within another is written in one word with it. */
    private String word(String name) {
        return String.valueOf(given.getOrDefault(name, name.replace(".", "")));
    }

    private String answerName(String name, Map<String, Object> schema) {
        Map<String, Object> data = Trees.map(Trees.map(schema, "properties"), "data");
        boolean isList = data.containsKey("items");
        Object reference = (isList ? Trees.map(data, "items") : data).get("$ref");
        return reference instanceof String text ? word(schemaOf(text)) + (isList ? "ListAnswer" : "Answer") : name;
    }

    private static void add(Map<String, Object> schemas, String name, Object schema) {
        Object known = schemas.putIfAbsent(name, schema);
        if (known != null && !known.equals(schema)) {
            throw new AppException(ErrorCode.INTERNAL, "two schemas would be called %s and differ".formatted(name));
        }
    }

    private static void refer(Object node, Map<String, String> names) {
        if (node instanceof Map<?, ?>) {
            Map<String, Object> object = Trees.asMap(node);
            if (object.get("$ref") instanceof String reference && reference.startsWith(SCHEMAS)) {
                object.put("$ref", SCHEMAS + names.getOrDefault(schemaOf(reference), schemaOf(reference)));
            }
            object.values().forEach(value -> refer(value, names));
        } else if (node instanceof List<?> list) {
            list.forEach(element -> refer(element, names));
        }
    }

    private static String schemaOf(String reference) {
        return reference.substring(SCHEMAS.length());
    }
}
