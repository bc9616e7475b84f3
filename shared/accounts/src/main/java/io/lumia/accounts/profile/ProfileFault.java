package io.lumia.accounts.profile;

import io.lumia.kernel.AppException;

/**
 * Something wrong with a profile.
 *
 * @param path    of the field, such as {@code excluded_assets[2]}
 * @param message which value, and what is allowed
 */
public record ProfileFault(String path, String message) {

    static ProfileFault of(String path, Object value, String allowed) {
        return new ProfileFault(path, AppException.invalid(path, value, allowed).getMessage());
    }
}
