package io.lumia.web.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what micronaut-openapi 6.20 writes wrongly when it writes 3.1: a nullable text gets the types string, null
 * and object; a nullable object is null and also all of something, which nothing is; an enum is repeated under the
 * annotation's own name; a query parameter that may be absent is said to be null; a map is not said to be an object; and a
 * component that has both another name in JSON and a record with a schema's name is there once more under the latter.
 */
final class SchemaRepair {

    private static final String NULL = "null";

    void repair(Map<String, Object> document) {
        Trees.operations(document).forEach(operation -> repairParameters(operation.node()));
        repairNode(document);
        Trees.map(Trees.map(document, "components"), "schemas")
                .forEach((name, schema) -> repairProperties(name, schema));
    }

    /** No keyword of a schema is {@code name}: it is the record's own, by which the component was taken for another one. */
    private static void repairProperties(String name, Object schema) {
        if (Trees.asMap(schema).get("properties") instanceof Map<?, ?> properties) {
            properties
                    .values()
                    .removeIf(property -> name.equals(Trees.asMap(property).get("name")));
        }
    }

    private void repairParameters(Map<String, Object> operation) {
        if (operation.get("parameters") instanceof List<?> parameters) {
            for (Object parameter : parameters) {
                Map<String, Object> schema = Trees.map(Trees.asMap(parameter), "schema");
                schema.computeIfPresent("type", (_, type) -> withoutNull(type));
            }
        }
    }

    /** The most specific of the types: a parameter's text comes last where it is a number. */
    private static Object withoutNull(Object type) {
        if (!(type instanceof List<?> types)) {
            return type;
        }
        List<?> real = types.stream()
                .filter(name -> !NULL.equals(name) && !"object".equals(name))
                .toList();
        return real.getLast();
    }

    private void repairNode(Object node) {
        if (node instanceof Map<?, ?>) {
            Map<String, Object> object = Trees.asMap(node);
            object.remove("allowableValues");
            object.computeIfPresent("type", (_, type) -> withoutObject(type));
            object.remove("format", Numbers.EXACT);
            repairMap(object);
            repairNullableReference(object);
            new ArrayList<>(object.values()).forEach(this::repairNode);
        } else if (node instanceof List<?> list) {
            list.forEach(this::repairNode);
        }
    }

    private static void repairMap(Map<String, Object> schema) {
        if (schema.containsKey("additionalProperties")) {
            schema.putIfAbsent("type", "object");
        }
    }

    private static Object withoutObject(Object type) {
        if (!(type instanceof List<?> types) || types.size() < 3) {
            return type;
        }
        return types.stream().filter(name -> !"object".equals(name)).toList();
    }

    private static void repairNullableReference(Map<String, Object> schema) {
        if (isNull(schema.get("type")) && schema.remove("allOf") instanceof List<?> wanted) {
            List<Object> choices = new ArrayList<>(wanted);
            choices.add(new LinkedHashMap<>(Map.of("type", NULL)));
            schema.remove("type");
            schema.put("anyOf", choices);
        }
    }

    private static boolean isNull(@Nullable Object type) {
        return NULL.equals(type) || List.of(NULL).equals(type);
    }
}
