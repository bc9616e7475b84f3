package io.lumia.market.provider.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * Providers' JSON as a tree: numbers keep their digits, a key given twice or anything after the end is refused, depth and
 * lengths are bounded.
 */
public final class WebJson {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER_CHARACTERS = 100;
    private static final int MAX_TEXT_CHARACTERS = 10_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_CHARACTERS)
                            .maxStringLength(MAX_TEXT_CHARACTERS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final JsonMapper CARELESS = MAPPER.rebuild()
            .enable(
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private WebJson() {}

    /** Empty where the text is no JSON document, or one beyond our bounds. */
    public static Optional<JsonNode> parse(String text) {
        return parse(MAPPER, text);
    }

    /**
     * The same for a source that puts texts between quotes as they are: a backslash before any character stands for that
     * character ({@code \&}), and control characters may stand in a text.
     */
    public static Optional<JsonNode> parseCareless(String text) {
        return parse(CARELESS, text);
    }

    private static Optional<JsonNode> parse(JsonMapper mapper, String text) {
        try {
            JsonNode tree = mapper.readTree(text);
            return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
