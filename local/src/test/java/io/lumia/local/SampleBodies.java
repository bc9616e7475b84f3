package io.lumia.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumia.local.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Bodies that an OpenAPI document lets pass, and what each becomes with one of its texts replaced. */
final class SampleBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Schemas that name each other would never end. */
    private static final int DEEPEST = 6;

    private static final String NO_BODY = "";

    private final JsonNode document;

    SampleBodies(JsonNode document) {
        this.document = document;
    }

    /** The body of an operation with all that it may say; empty where it has none. */
    String of(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? NO_BODY : Json.writeCompact(sample(schema, 0));
    }

    /** Where texts stand in a body, however deep. */
    List<String> textsOf(String body) {
        List<String> pointers = new ArrayList<>();
        if (!body.isEmpty()) {
            collect("", Json.tree(body), pointers);
        }
        return pointers;
    }

    /** The body with another text at a place. */
    static String with(String body, String pointer, String text) {
        JsonNode root = Json.tree(body);
        int last = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        switch (parent) {
            case ObjectNode object -> object.put(name, text);
            case ArrayNode array -> array.set(Integer.parseInt(name), JSON.textNode(text));
            default -> throw new IllegalArgumentException("nothing can be put at " + pointer);
        }
        return Json.writeCompact(root);
    }

    private static void collect(String pointer, JsonNode node, List<String> pointers) {
        switch (node) {
            case ObjectNode object ->
                object.properties()
                        .forEach(property -> collect(pointer + "/" + property.getKey(), property.getValue(), pointers));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    collect(pointer + "/" + i, array.get(i), pointers);
                }
            }
            default -> {
                if (node.isTextual()) {
                    pointers.add(pointer);
                }
            }
        }
    }

    private JsonNode sample(JsonNode schema, int depth) {
        JsonNode own = resolved(schema);
        for (String name : List.of("example", "default", "const")) {
            if (own.has(name) && !own.path(name).isNull()) {
                return own.path(name);
            }
        }
        if (own.path("enum").isArray()) {
            return own.path("enum").path(0);
        }
        for (String choice : List.of("allOf", "anyOf", "oneOf")) {
            if (own.path(choice).isArray()) {
                return sample(own.path(choice).path(0), depth + 1);
            }
        }
        JsonNode type = own.path("type").isArray() ? own.path("type").path(0) : own.path("type");
        return switch (type.asText()) {
            case "string" -> JSON.textNode(text(own));
            case "integer", "number" -> own.has("minimum") ? own.path("minimum") : JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            case "array" ->
                JSON.arrayNode().add(depth > DEEPEST ? JSON.textNode("a") : sample(own.path("items"), depth + 1));
            default -> object(own, depth);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth <= DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(property.getKey(), sample(property.getValue(), depth + 1)));
        }
        return object;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> "00000000-0000-7000-8000-000000000001";
            case "date" -> "2017-12-01";
            case "date-time" -> "2017-12-01T21:00:00Z";
            case "uri" -> "https://hooks.example/lumia";
            default -> "abcd";
        };
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
