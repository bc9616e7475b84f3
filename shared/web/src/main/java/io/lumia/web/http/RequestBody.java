package io.lumia.web.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.http.ApiFailure.FieldError;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.json.RecordShape;
import io.lumia.platform.json.RecordShape.Fault;
import io.lumia.platform.json.RecordShape.UnknownFields;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.servlet.http.ServletHttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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

    /** As sent; empty where there is none. */
    static byte[] bytes(HttpRequest<?> request) {
        if (!(request instanceof ServletHttpRequest<?, ?> servlet
                && servlet.getNativeRequest() instanceof APIGatewayProxyRequestEvent event)) {
            throw new AppException(ErrorCode.INTERNAL, "this request did not come as a proxy event");
        }
        @Nullable String body = event.getBody();
        if (body == null) {
            return new byte[0];
        }
        return Boolean.TRUE.equals(event.getIsBase64Encoded())
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** The body as a record; null, and something is added to the errors, where it is none. */
    <T> @Nullable T read(byte[] body, Class<T> type, List<FieldError> errors) {
        int before = errors.size();
        if (body.length == 0) {
            errors.add(invalid(WHOLE, "the body is empty; allowed: a JSON object"));
        } else if (body.length > Limits.MAX_BODY_BYTES) {
            errors.add(
                    invalid(WHOLE, "the body has %d bytes; allowed: %d".formatted(body.length, Limits.MAX_BODY_BYTES)));
        } else {
            faults(body, type, errors).forEach(fault -> errors.add(error(fault)));
        }
        return errors.size() > before ? null : parsed(body, type, errors);
    }

    private List<Fault> faults(byte[] body, Class<?> type, List<FieldError> errors) {
        try {
            return shape.faults(mapper.readValue(body, JsonNode.class), type, UnknownFields.REFUSED);
        } catch (IOException e) {
            errors.add(invalid(WHOLE, "the body is no JSON: " + firstLine(e)));
            return List.of();
        }
    }

    /** What the shape does not show, such as text behind the object. */
    private <T> @Nullable T parsed(byte[] body, Class<T> type, List<FieldError> errors) {
        try {
            return json.readExactly(new String(body, StandardCharsets.UTF_8), type);
        } catch (AppException e) {
            errors.add(invalid(WHOLE, e.getMessage()));
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

    private static String firstLine(IOException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
