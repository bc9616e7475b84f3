package io.lumia.platform.http;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer.
 *
 * @param success    always true; {@link ApiFailure} is the other shape
 * @param data       what was asked for
 * @param message    a sentence for a person, mostly absent
 * @param pagination where this list ends and how to go on; null where the answer is no list
 */
@Serdeable
public record ApiAnswer<T>(
        boolean success,
        T data,
        @Nullable String message,
        AnswerMetadata metadata,
        @Nullable Pagination pagination) {

    public static <T> ApiAnswer<T> of(T data, AnswerMetadata metadata) {
        return new ApiAnswer<>(true, data, null, metadata, null);
    }

    public static <T> ApiAnswer<T> of(T data, AnswerMetadata metadata, Pagination pagination) {
        return new ApiAnswer<>(true, data, null, metadata, pagination);
    }

    public ApiAnswer<T> withMessage(String text) {
        return new ApiAnswer<>(success, data, text, metadata, pagination);
    }
}
