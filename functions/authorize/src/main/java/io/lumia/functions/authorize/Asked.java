package io.lumia.functions.authorize;

import java.util.Set;

/**
 * A request about which the gateway asks.
 *
 * @param operation method and route, such as {@code GET /api/v1/assets/{id}}, by which a key's use is counted
 * @param address   the client's, as the gateway saw it
 */
record Asked(Credentials credentials, String operation, String address, String requestId) {

    private static final Set<String> SIGNING_IN = Set.of("POST /api/v1/tokens", "POST /api/v1/tokens/refresh");

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    /** With parameters in braces. */
    String route() {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    /** Which whoever has read his hour's worth must still be able to do. */
    boolean signsIn() {
        return SIGNING_IN.contains(operation);
    }
}
