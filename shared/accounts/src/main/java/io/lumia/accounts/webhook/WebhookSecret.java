package io.lumia.accounts.webhook;

import io.lumia.kernel.AppException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** What a partner checks our signatures with: {@code whsec_} and the base64 of 24 to 64 bytes. Shown once. */
public final class WebhookSecret {

    static final int MIN_BYTES = 24;
    static final int MAX_BYTES = 64;

    private static final String PREFIX = "whsec_";
    private static final int NEW_BYTES = 32;

    private final byte[] bytes;

    private WebhookSecret(byte[] bytes) {
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw AppException.invalid("webhook_secret", "(a secret)", "whsec_ and base64 of 24 to 64 bytes");
        }
        this.bytes = bytes.clone();
    }

    /** @param random unpredictable */
    static WebhookSecret generate(RandomGenerator random) {
        byte[] bytes = new byte[NEW_BYTES];
        random.nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    static WebhookSecret of(byte[] bytes) {
        return new WebhookSecret(bytes);
    }

    public static WebhookSecret parse(String text) {
        try {
            String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
            return new WebhookSecret(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            throw AppException.invalid("webhook_secret", "(a secret)", "whsec_ and base64 of 24 to 64 bytes");
        }
    }

    /** The key of the signature. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** As its partner keeps it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
