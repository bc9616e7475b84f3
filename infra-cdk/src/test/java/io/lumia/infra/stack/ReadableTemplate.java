package io.lumia.infra.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A template as a person reads it, with its keys sorted: references written into their texts as {@code ${Id.Attribute}}, accepted
 * findings as lines, and without what changes with every build (hashes of assets) or is the same everywhere (the stage's
 * tag, the CDK's bootstrap check).
 */
final class ReadableTemplate {

    private static final String ASSET = "[0-9a-f]{64}";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ReadableTemplate() {}

    static String of(JsonNode template) {
        Map<String, Object> readable = new TreeMap<>();
        for (String part : List.of("Description", "Outputs", "Resources")) {
            readable.put(part, value(template.path(part)));
        }
        try {
            return JSON.writeValueAsString(readable).replaceAll(ASSET, "ASSET") + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(value(element)));
            return elements;
        }
        return JSON.convertValue(node, Object.class);
    }

    private static Object object(JsonNode node) {
        if (node.size() == 1) {
            Map.Entry<String, JsonNode> only = node.properties().iterator().next();
            String text = reference(only.getKey(), only.getValue());
            if (!text.isEmpty()) {
                return text;
            }
        }
        Map<String, Object> members = new TreeMap<>();
        node.properties().forEach(member -> put(members, member.getKey(), member.getValue()));
        return members;
    }

    private static void put(Map<String, Object> members, String name, JsonNode value) {
        if (name.equals("Tags") && value.toString().contains("lumia-stage")) {
            return;
        }
        if (name.equals("Metadata")) {
            members.put("Accepted", accepted(value));
            return;
        }
        members.put(name, value(value));
    }

    private static List<String> accepted(JsonNode metadata) {
        return elements(metadata.at("/cdk_nag/rules_to_suppress"))
                .map(rule ->
                        rule.path("id").asText() + ": " + rule.path("reason").asText())
                .toList();
    }

    /** Empty for what is no reference. */
    private static String reference(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> "${%s}".formatted(argument.asText());
            case "Fn::GetAtt" -> elements(argument).map(JsonNode::asText).collect(Collectors.joining(".", "${", "}"));
            case "Fn::ImportValue" -> "${import %s}".formatted(argument.asText());
            case "Fn::Sub" -> argument.asText();
            case "Fn::Join" ->
                elements(argument.path(1))
                        .map(part -> value(part).toString())
                        .collect(Collectors.joining(argument.path(0).asText()));
            default -> "";
        };
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
