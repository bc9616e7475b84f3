package io.lumia.recommendation.record.json;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where two JSON texts differ. */
@Singleton
public final class JsonDifferences {

    private static final int SHOWN_CHARACTERS = 200;

    private final JsonMapper mapper;

    JsonDifferences(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * A value that is another one.
     *
     * @param path   such as {@code positions[2].allocation.shares}
     * @param first  as JSON, cut to {@value #SHOWN_CHARACTERS} characters; null where there is none
     * @param second likewise
     */
    public record Difference(
            String path, @Nullable String first, @Nullable String second) {}

    /** In the order of the first text, at most so many. */
    public List<Difference> between(String first, String second, int most) {
        Walk walk = new Walk(most);
        walk.compare("", tree(first), tree(second));
        return List.copyOf(walk.found);
    }

    private @Nullable JsonNode tree(String text) {
        try {
            return mapper.readValue(text, JsonNode.class);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "a stored answer is no JSON", e);
        }
    }

    /** One comparison. */
    private final class Walk {

        private final int most;
        private final List<Difference> found = new ArrayList<>();

        Walk(int most) {
            this.most = most;
        }

        void compare(String path, @Nullable JsonNode first, @Nullable JsonNode second) {
            if (found.size() == most) {
                return;
            }
            if (first != null && second != null && first.isObject() && second.isObject()) {
                compareFields(path, first, second);
            } else if (first != null && second != null && first.isArray() && second.isArray()) {
                compareElements(path, first, second);
            } else if (!isSame(first, second)) {
                found.add(new Difference(path, shown(first), shown(second)));
            }
        }

        private void compareFields(String path, JsonNode first, JsonNode second) {
            Set<String> names = new LinkedHashSet<>();
            first.entries().forEach(entry -> names.add(entry.getKey()));
            second.entries().forEach(entry -> names.add(entry.getKey()));
            for (String name : names) {
                compare(path.isEmpty() ? name : path + "." + name, first.get(name), second.get(name));
            }
        }

        private void compareElements(String path, JsonNode first, JsonNode second) {
            for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
                compare(
                        "%s[%d]".formatted(path, i),
                        i < first.size() ? first.get(i) : null,
                        i < second.size() ? second.get(i) : null);
            }
        }

        private static boolean isSame(@Nullable JsonNode first, @Nullable JsonNode second) {
            return first == null ? second == null : first.equals(second);
        }

        private @Nullable String shown(@Nullable JsonNode node) {
            if (node == null) {
                return null;
            }
            try {
                String text = mapper.writeValueAsString(node);
                return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
            } catch (IOException e) {
                throw new AppException(ErrorCode.INTERNAL, "a part of an answer cannot be written", e);
            }
        }
    }
}
