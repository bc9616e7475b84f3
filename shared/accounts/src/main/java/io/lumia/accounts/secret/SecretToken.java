package io.lumia.accounts.secret;

import io.lumia.platform.hash.Sha256;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A random secret that is handed out once: 32 bytes in base 64 for URLs, 43 characters. Kept is only its SHA-256, which needs no
 * salt and no slowness, since 256 random bits cannot be guessed. Its text never shows.
 */
public final class SecretToken {

    private static final int BYTES = 32;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String value;

    private SecretToken(String value) {
        this.value = value;
    }

    /** @param random unpredictable */
    public static SecretToken random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty where it cannot be one of ours. */
    public static Optional<SecretToken> find(String text) {
        return ALLOWED.matcher(text).matches() ? Optional.of(new SecretToken(text)) : Optional.empty();
    }

    /** To be handed to its owner and to nobody else. */
    public String value() {
        return value;
    }

    /** 32 bytes, by which it is found. */
    public byte[] hash() {
        return Sha256.of(value);
    }

    @Override
    public String toString() {
        return "SecretToken[hidden]";
    }
}
