package io.lumia.accounts;

import io.lumia.kernel.AppException;

/**
 * Where a request came from, for throttling and for the audit trail.
 *
 * @param address   the client's IP address as the gateway saw it, never what a header of the client claims
 * @param requestId of the request, as logs carry it
 */
public record Origin(String address, String requestId) {

    private static final int MOST_CHARACTERS = 64;

    public Origin {
        check("address", address);
        check("request_id", requestId);
    }

    private static void check(String field, String value) {
        if (value.isBlank() || value.length() > MOST_CHARACTERS) {
            throw AppException.invalid(field, value, "1 to %d characters".formatted(MOST_CHARACTERS));
        }
    }
}
