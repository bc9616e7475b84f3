package io.lumia.recommendation.request;

import io.lumia.kernel.AppException;

/**
 * Something wrong with a request.
 *
 * @param path    of the field, such as {@code holdings[2].shares}
 * @param message which value, and what is allowed
 */
public record RequestFault(String path, String message) {

    static RequestFault of(String path, Object value, String allowed) {
        return new RequestFault(path, AppException.invalid(path, value, allowed).getMessage());
    }
}
