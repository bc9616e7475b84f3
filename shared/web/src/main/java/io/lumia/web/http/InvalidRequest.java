package io.lumia.web.http;

import io.lumia.kernel.ErrorCode;
import io.lumia.platform.http.ApiFailure.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** A request that was understood and refused: everything that is wrong with it, at once. */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> fields;

    public InvalidRequest(List<FieldError> fields) {
        super(fields.stream().map(FieldError::message).collect(Collectors.joining("; ")));
        this.fields = List.copyOf(fields);
    }

    public List<FieldError> fields() {
        return fields;
    }

    /** UNKNOWN_FIELD where nothing but unknown parameters is wrong. */
    public ErrorCode code() {
        boolean onlyUnknown = fields.stream().allMatch(field -> field.code().equals(ErrorCode.UNKNOWN_FIELD.name()));
        return onlyUnknown ? ErrorCode.UNKNOWN_FIELD : ErrorCode.INVALID_INPUT;
    }
}
