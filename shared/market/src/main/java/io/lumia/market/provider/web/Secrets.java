package io.lumia.market.provider.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a provider's key out of everything that is kept, logged or shown: addresses, details, bodies that repeat it. */
final class Secrets {

    private static final String SHOWN = "***";

    /** Whatever the key is: what stands behind such a name is one. */
    private static final Pattern KEY_PARAMETER = Pattern.compile(
            "(?i)([?&;](?:api[_-]?key|access[_-]?key|api[_-]?token|token|key|secret|registrationkey|userid|auth)=)[^&#;\\s]*");

    /** A shorter one may be a word of the answer. */
    private static final int SHORTEST_IN_BODIES = 8;

    private final @Nullable String key;

    Secrets(@Nullable String key) {
        this.key = key;
    }

    String address(URI address) {
        return text(KEY_PARAMETER.matcher(address.toString()).replaceAll("$1" + SHOWN));
    }

    String text(String text) {
        if (key == null) {
            return text;
        }
        return text.replace(key, SHOWN).replace(URLEncoder.encode(key, StandardCharsets.UTF_8), SHOWN);
    }

    /** With the key's bytes overwritten, so that lengths stay; a copy only where there is one. */
    byte[] body(byte[] body) {
        if (key == null || key.length() < SHORTEST_IN_BODIES) {
            return body;
        }
        byte[] secret = key.getBytes(StandardCharsets.US_ASCII);
        byte[] clean = body;
        for (int at = find(body, secret, 0); at >= 0; at = find(body, secret, at + secret.length)) {
            clean = clean == body ? body.clone() : clean;
            Arrays.fill(clean, at, at + secret.length, (byte) '*');
        }
        return clean;
    }

    private static int find(byte[] body, byte[] secret, int from) {
        for (int at = from; at <= body.length - secret.length; at++) {
            if (body[at] == secret[0] && Arrays.equals(body, at, at + secret.length, secret, 0, secret.length)) {
                return at;
            }
        }
        return -1;
    }
}
