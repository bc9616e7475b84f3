package io.lumia.accounts.oidc;

import java.net.URI;

/** Fetches the key set that an issuer publishes. */
@FunctionalInterface
public interface KeySetSource {

    /** What came of it. */
    sealed interface Fetched {}

    /** @param json as received, not looked at yet */
    record Received(String json) implements Fetched {}

    /** @param why for the log */
    record Unavailable(String why) implements Fetched {}

    Fetched fetch(URI address);
}
