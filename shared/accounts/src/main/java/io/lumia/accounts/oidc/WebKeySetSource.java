package io.lumia.accounts.oidc;

import io.lumia.platform.web.WebClient;
import io.lumia.platform.web.WebFailure;
import io.lumia.platform.web.WebRequest;
import io.lumia.platform.web.WebResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Over the web, bounded in bytes and time, from the configured host only. */
public final class WebKeySetSource implements KeySetSource {

    static final int MOST_BYTES = 256 << 10;
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final int OK = 200;

    private final WebClient client;

    public WebKeySetSource(WebClient client) {
        this.client = client;
    }

    @Override
    public Fetched fetch(URI address) {
        Set<String> host = Set.of(address.getHost().toLowerCase(Locale.ROOT));
        var request = new WebRequest(address, Map.of("Accept", "application/json"), host, MOST_BYTES, TIMEOUT);
        return switch (client.get(request)) {
            case WebResponse response when response.status() == OK -> new Received(response.text());
            case WebResponse response -> new Unavailable("status %d".formatted(response.status()));
            case WebFailure failure ->
                new Unavailable("%s: %s".formatted(failure.kind().code(), failure.detail()));
        };
    }
}
