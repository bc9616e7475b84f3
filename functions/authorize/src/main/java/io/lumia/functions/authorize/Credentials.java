package io.lumia.functions.authorize;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request shows to say who makes it. */
sealed interface Credentials {

    /** Nothing. */
    record None() implements Credentials {}

    /** {@code Authorization: Bearer …} (RFC 6750, section 2.1). */
    record Token(String text) implements Credentials {}

    /** {@code X-API-Key: …}. */
    record Key(String text) implements Credentials {}

    /** Several, or such as are not taken here. Nobody is to wonder which of two counted. */
    record Unusable(String why) implements Credentials {}

    String AUTHORIZATION = "authorization";
    String API_KEY = "x-api-key";
    String BEARER = "bearer ";

    /** @param headers as the gateway got them, each with all its values */
    static Credentials of(Map<String, List<String>> headers) {
        List<String> authorization = values(headers, AUTHORIZATION);
        List<String> keys = values(headers, API_KEY);
        if (authorization.size() + keys.size() > 1) {
            return new Unusable("several credentials");
        }
        if (!keys.isEmpty()) {
            return new Key(keys.getFirst().strip());
        }
        return authorization.isEmpty() ? new None() : token(authorization.getFirst());
    }

    private static Credentials token(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? new Token(authorization.substring(BEARER.length()).strip())
                : new Unusable("a scheme other than Bearer");
    }

    private static List<String> values(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .filter((@Nullable String value) -> value != null && !value.isBlank())
                .toList();
    }
}
