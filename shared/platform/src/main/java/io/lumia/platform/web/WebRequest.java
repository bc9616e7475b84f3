package io.lumia.platform.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * One GET.
 *
 * @param address      https; its host must be one of {@code allowedHosts}
 * @param headers      besides those that the client sets itself (User-Agent, Accept-Encoding)
 * @param allowedHosts lower case; a redirect must stay on the host that was asked
 * @param maxBytes     of the decompressed body
 * @param timeout      for the whole exchange, from resolving the name to the last byte
 */
public record WebRequest(
        URI address, Map<String, String> headers, Set<String> allowedHosts, int maxBytes, Duration timeout) {

    public WebRequest {
        headers = Map.copyOf(headers);
        allowedHosts = Set.copyOf(allowedHosts);
    }
}
