package io.lumia.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.RecordShape.UnknownFields;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Objects;

/**
 * {@link JsonCodec} over Micronaut Serialization; no reflection, so records must be {@code @Serdeable}. The rules
 * (names, nulls, what is refused) are settings in {@code application.properties}, so that HTTP answers follow them too.
 *
 * <p>Reading is strict where the mapper alone is lenient: {@link RecordShape} looks first whether every required field
 * is there with a value of the right kind, and nothing may follow the value.
 */
@Singleton
final class SerdeJsonCodec implements JsonCodec {

    private static final int SHOWN_REASON_CHARACTERS = 300;
    private static final JsonFactory TOKENS = new JsonFactory();

    private final ObjectMapper mapper;
    private final RecordShape shape;

    SerdeJsonCodec(ObjectMapper mapper, RecordShape shape) {
        this.mapper = mapper;
        this.shape = shape;
    }

    @Override
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            String message = "%s cannot be written as JSON: %s".formatted(name(value.getClass()), reason(e));
            throw new AppException(ErrorCode.INTERNAL, message, e);
        }
    }

    @Override
    public <T> T read(String json, Class<T> type) {
        return read(json, type, UnknownFields.IGNORED);
    }

    @Override
    public <T> T readExactly(String json, Class<T> type) {
        return read(json, type, UnknownFields.REFUSED);
    }

    private <T> T read(String json, Class<T> type, UnknownFields unknownFields) {
        try {
            shape.check(mapper.readValue(json, JsonNode.class), type, unknownFields);
            refuseTrailingText(json);
            // Not null: the shape of a JSON null was refused above.
            return Objects.requireNonNull(mapper.readValue(json, type));
        } catch (IOException e) {
            String message = "this is no %s: %s".formatted(name(type), reason(e));
            throw new AppException(ErrorCode.MALFORMED_MESSAGE, message, e);
        }
    }

    private static void refuseTrailingText(String json) throws IOException {
        try (JsonParser parser = TOKENS.createParser(json)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new IOException("something follows after its end");
            }
        }
    }

    private static String reason(IOException failure) {
        String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return text.length() <= SHOWN_REASON_CHARACTERS ? text : text.substring(0, SHOWN_REASON_CHARACTERS) + "…";
    }

    private static String name(Class<?> type) {
        return type.getSimpleName();
    }
}
