package io.lumia.accounts.partner;

import io.lumia.accounts.pepper.Pepper;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.pepper.Purpose;
import java.util.HexFormat;
import java.util.List;

/**
 * What is stored of a key: HMAC-SHA-256 under a pepper. A slow hash would add nothing, since a key is not guessable.
 *
 * @param pepperVersion which pepper
 * @param hex           64 digits
 */
public record KeyHash(int pepperVersion, String hex) {

    static KeyHash of(KeyText key, Pepper pepper) {
        byte[] hash = pepper.hash(Purpose.PARTNER_KEY, key.value());
        return new KeyHash(pepper.version(), HexFormat.of().formatHex(hash));
    }

    /** With each pepper that still counts, the current one first. */
    static List<KeyHash> candidates(KeyText key, Peppers peppers) {
        return peppers.all().stream().map(pepper -> of(key, pepper)).toList();
    }
}
