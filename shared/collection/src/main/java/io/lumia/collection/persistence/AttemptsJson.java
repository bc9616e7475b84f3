package io.lumia.collection.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.lumia.collection.Attempt;
import java.util.ArrayList;
import java.util.List;

/** {@code collection.item.attempts}: a list of attempts as JSON, in snake_case. */
final class AttemptsJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_DETAIL_CHARACTERS = 500;

    private AttemptsJson() {}

    static String write(List<Attempt> attempts) {
        ArrayNode array = JSON.createArrayNode();
        for (Attempt attempt : attempts) {
            array.addObject()
                    .put("provider", attempt.provider())
                    .put("outcome", attempt.outcome())
                    .put("detail", Columns.storable(attempt.detail(), MAX_DETAIL_CHARACTERS))
                    .put("calls", attempt.calls())
                    .put("bytes", attempt.bytes())
                    .put("seconds", attempt.seconds());
        }
        return array.toString();
    }

    static List<Attempt> read(String text) {
        List<Attempt> attempts = new ArrayList<>();
        for (JsonNode attempt : tree(text)) {
            attempts.add(new Attempt(
                    attempt.path("provider").asText(),
                    attempt.path("outcome").asText(),
                    attempt.path("detail").asText(),
                    attempt.path("calls").asInt(),
                    attempt.path("bytes").asLong(),
                    attempt.path("seconds").asDouble()));
        }
        return attempts;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps jsonb well-formed", e);
        }
    }
}
