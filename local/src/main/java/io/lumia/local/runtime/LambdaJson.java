package io.lumia.local.runtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;

/** AWS's own event classes to and from the JSON that Lambda hands over. */
public final class LambdaJson {

    /** AWS writes both {@code Records} and {@code eventSourceARN}; the classes have neither spelling. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private LambdaJson() {}

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new AppException(
                    ErrorCode.MALFORMED_MESSAGE,
                    "no %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()),
                    e);
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AppException(ErrorCode.INTERNAL, "cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
