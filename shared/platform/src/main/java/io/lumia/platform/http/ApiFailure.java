package io.lumia.platform.http;

import io.lumia.kernel.ErrorCode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * A refused or failed request.
 *
 * @param success always false; {@link ApiAnswer} is the other shape
 */
@Serdeable
public record ApiFailure(boolean success, ApiError error) {

    public static ApiFailure of(ErrorCode code, String message, Instant timestamp, String requestId) {
        return of(code, message, List.of(), timestamp, requestId);
    }

    public static ApiFailure of(
            ErrorCode code, String message, List<FieldError> fields, Instant timestamp, String requestId) {
        return new ApiFailure(false, new ApiError(code.name(), message, new Details(fields), timestamp, requestId));
    }

    /**
     * What went wrong.
     *
     * @param code    an {@link ErrorCode}'s name; for programs
     * @param message for a person
     */
    @Serdeable
    public record ApiError(String code, String message, Details details, Instant timestamp, String requestId) {}

    /** Empty where no single field is to blame. */
    @Serdeable
    public record Details(List<FieldError> fields) {

        public Details {
            fields = List.copyOf(fields);
        }
    }

    /** What is wrong with one parameter or field; the path is as the caller wrote it. */
    @Serdeable
    public record FieldError(String path, String code, String message) {}
}
