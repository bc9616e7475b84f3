package io.lumia.functions.authorize;

/**
 * A request about which the gateway asks.
 *
 * @param operation method and route, such as {@code GET /api/v1/assets/{id}}, by which a key's use is counted
 * @param address   the client's, as the gateway saw it
 */
record Asked(Credentials credentials, String operation, String address, String requestId) {}
