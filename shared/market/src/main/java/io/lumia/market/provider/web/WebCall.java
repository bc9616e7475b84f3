package io.lumia.market.provider.web;

import java.net.URI;
import java.util.Map;

/**
 * One GET that an adapter wants sent.
 *
 * @param kind     which of the adapter's {@link WebAdapter#kinds() kinds} of answers this brings
 * @param address  with the key, where it goes into the address
 * @param headers  besides the common ones
 * @param symbol   in our spelling; empty where the call is about many
 * @param maxBytes of the decompressed body
 */
public record WebCall(String kind, URI address, Map<String, String> headers, String symbol, int maxBytes) {

    /** More than any provider's honest answer but a company's whole facts. */
    public static final int USUAL_MAX_BYTES = 16 << 20;

    public WebCall {
        headers = Map.copyOf(headers);
    }

    public static WebCall of(String kind, String address, String symbol) {
        return new WebCall(kind, URI.create(address), Map.of(), symbol, USUAL_MAX_BYTES);
    }

    public WebCall withHeader(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new WebCall(kind, address, more, symbol, maxBytes);
    }

    /** With the headers of the call whose answer told of this one, which may hold the key, where it asks the same host. */
    WebCall following(WebCall first) {
        boolean isSameHost = address.getHost() != null && address.getHost().equals(first.address.getHost());
        if (!isSameHost) {
            return this;
        }
        Map<String, String> all = new java.util.HashMap<>(first.headers);
        all.putAll(headers);
        return new WebCall(kind, address, all, symbol, maxBytes);
    }

    public WebCall upTo(int bytes) {
        return new WebCall(kind, address, headers, symbol, bytes);
    }
}
