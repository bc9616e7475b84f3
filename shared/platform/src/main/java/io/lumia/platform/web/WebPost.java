package io.lumia.platform.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One POST to an address that somebody gave us.
 *
 * @param address  https at a public address
 * @param headers  besides those that the client sets itself
 * @param body     with its Content-Type among the headers
 * @param maxBytes that are read of the answer; what is beyond is left
 * @param timeout  for the whole exchange, from resolving the name to the last byte
 */
public record WebPost(URI address, Map<String, String> headers, byte[] body, int maxBytes, Duration timeout) {

    public WebPost {
        headers = Map.copyOf(headers);
    }
}
