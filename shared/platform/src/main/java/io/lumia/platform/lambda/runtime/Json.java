package io.lumia.platform.lambda.runtime;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks into JSON that AWS wrote. A field that is missing or null is null, as in AWS's own classes. */
final class Json {

    private Json() {}

    static JsonNode read(JsonMapper mapper, String text) {
        try {
            @Nullable JsonNode read = mapper.readValue(text, JsonNode.class);
            return read == null ? JsonNode.nullNode() : read;
        } catch (IOException e) {
            throw new AppException(ErrorCode.MALFORMED_MESSAGE, "the event is no JSON: " + e.getMessage(), e);
        }
    }

    static String write(JsonMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "an answer cannot be written: " + e.getMessage(), e);
        }
    }

    static @Nullable String text(JsonNode node, String name) {
        @Nullable JsonNode value = node.get(name);
        return value == null ? null : text(value);
    }

    static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : value.coerceStringValue();
    }

    static boolean isTrue(JsonNode node, String name) {
        @Nullable JsonNode value = node.get(name);
        return value != null && value.isBoolean() && value.getBooleanValue();
    }

    static @Nullable Map<String, @Nullable String> texts(JsonNode node, String name) {
        return Json.<@Nullable String>map(node, name, value -> text(value));
    }

    static @Nullable Map<String, List<String>> textLists(JsonNode node, String name) {
        return map(node, name, Json::textList);
    }

    static <T extends @Nullable Object> @Nullable Map<String, T> map(
            JsonNode node, String name, Function<JsonNode, ? extends T> read) {
        @Nullable JsonNode value = node.get(name);
        if (value == null || !value.isObject()) {
            return null;
        }
        Map<String, T> map = new LinkedHashMap<>();
        value.entries().forEach(entry -> map.put(entry.getKey(), read.apply(entry.getValue())));
        return map;
    }

    static List<String> textList(JsonNode value) {
        List<String> texts = new ArrayList<>();
        value.values().forEach(element -> texts.add(element.coerceStringValue()));
        return texts;
    }
}
