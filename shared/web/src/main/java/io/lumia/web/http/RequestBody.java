package io.lumia.web.http;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.http.ApiFailure.FieldError;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.json.RecordShape;
import io.lumia.platform.json.RecordShape.Fault;
import io.lumia.platform.json.RecordShape.UnknownFields;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the JSON body of a writing request, and says all that is wrong with its shape. */
@Singleton
final class RequestBody {

    private static final String WHOLE = "body";

    private final JsonMapper mapper;
    private final JsonCodec json;
    private final RecordShape shape;

    RequestBody(JsonMapper mapper, JsonCodec json, RecordShape shape) {
        this.mapper = mapper;
        this.json = json;
        this.shape = shape;
    }

    /**
     * What could be read.
     *
     * @param value  the body as a record; null where it is none even without the fields that were left out
     * @param unread fields that were left out since they are not as the record wants them; their errors are noted
     */
    record Reading<T>(@Nullable T value, Set<String> unread) {}

    /**
     * Adds to the errors what is wrong with the shape. The record is made of the rest, so that what is wrong with the values can
     * be said in the same answer; a request with errors goes no further than that.
     */
    <T> Reading<T> read(byte[] body, Class<T> type, List<FieldError> errors) {
        if (body.length == 0) {
            errors.add(invalid(WHOLE, "the body is empty; allowed: a JSON object"));
            return new Reading<>(null, Set.of());
        }
        if (body.length > Limits.MAX_BODY_BYTES) {
            errors.add(
                    invalid(WHOLE, "the body has %d bytes; allowed: %d".formatted(body.length, Limits.MAX_BODY_BYTES)));
            return new Reading<>(null, Set.of());
        }
        try {
            @Nullable JsonNode tree = mapper.readValue(body, JsonNode.class);
            List<Fault> faults = shape.faults(tree, type, UnknownFields.REFUSED);
            faults.forEach(fault -> errors.add(error(fault)));
            return faults.isEmpty()
                    ? new Reading<>(parsed(body, type, errors), Set.of())
                    : rest(
                            tree,
                            type,
                            faults.stream()
                                    .map(Fault::path)
                                    .map(RequestBody::field)
                                    .collect(toSet()));
        } catch (IOException e) {
            errors.add(invalid(WHOLE, broken(e)));
            return new Reading<>(null, Set.of());
        }
    }

    /** The outermost field of a path such as {@code holdings[0].shares}. */
    static String field(String path) {
        return path.split("[.\\[]", 2)[0];
    }

    private <T> Reading<T> rest(@Nullable JsonNode tree, Class<T> type, Set<String> unread) throws IOException {
        if (tree == null || !tree.isObject()) {
            return new Reading<>(null, unread);
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        tree.entries().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.keySet().removeAll(unread);
        JsonNode rest = JsonNode.createObjectNode(fields);
        boolean fits = shape.faults(rest, type, UnknownFields.REFUSED).isEmpty();
        return new Reading<>(fits ? mapper.readValueFromTree(rest, type) : null, unread);
    }

    /** What the shape does not show, such as text behind the object. */
    private <T> @Nullable T parsed(byte[] body, Class<T> type, List<FieldError> errors) {
        try {
            return json.readExactly(new String(body, StandardCharsets.UTF_8), type);
        } catch (AppException e) {
            errors.add(invalid(
                    WHOLE, e.getCause() instanceof JsonProcessingException broken ? broken(broken) : e.getMessage()));
            return null;
        }
    }

    private static FieldError error(Fault fault) {
        ErrorCode code = fault.isUnknown() ? ErrorCode.UNKNOWN_FIELD : ErrorCode.INVALID_INPUT;
        return new FieldError(fault.path().isEmpty() ? WHOLE : fault.path(), code.name(), fault.message());
    }

    private static FieldError invalid(String path, String message) {
        return new FieldError(path, ErrorCode.INVALID_INPUT.name(), message);
    }

    /** Where it breaks, not what stands there: a parser quotes words, and one may be a password without its quotes. */
    private static String broken(IOException failure) {
        if (failure instanceof JsonProcessingException broken && broken.getLocation() != null) {
            return "the body is no JSON: it breaks at line %d, column %d"
                    .formatted(
                            broken.getLocation().getLineNr(),
                            broken.getLocation().getColumnNr());
        }
        return "the body is no JSON";
    }
}
