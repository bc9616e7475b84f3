package io.lumia.accounts.pepper;

import io.lumia.accounts.secret.HmacSha256;
import io.lumia.kernel.AppException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One version of the secret that is kept apart from the database: whoever has only the database can neither try keys
 * against stored hashes nor sign in our name.
 */
public final class Pepper {

    /** As long as the hash: more adds nothing, less can be guessed more easily (RFC 2104, 1997, section 3). */
    public static final int MIN_BYTES = 32;

    private final int version;
    private final byte[] secret;

    public Pepper(int version, byte[] secret) {
        if (version < 1) {
            throw AppException.invalid("pepper.version", version, "1 or more");
        }
        if (secret.length < MIN_BYTES) {
            throw AppException.invalid("pepper.length", secret.length + " bytes", MIN_BYTES + " bytes or more");
        }
        this.version = version;
        this.secret = secret.clone();
    }

    /** Reads {@code 2:BASE64}, or {@code BASE64} as version 1, which is what a secrets manager makes by itself. */
    public static Pepper parse(String text) {
        int colon = text.indexOf(':');
        try {
            int version =
                    colon < 0 ? 1 : Integer.parseInt(text.substring(0, colon).strip());
            return new Pepper(
                    version,
                    Base64.getDecoder().decode(text.substring(colon + 1).strip()));
        } catch (IllegalArgumentException _) {
            throw AppException.invalid(
                    "pepper", "(a secret)", "a version and base64, such as 1:…, of 32 bytes or more");
        }
    }

    public int version() {
        return version;
    }

    /** HMAC-SHA-256 of the message under this purpose's key. */
    public byte[] hash(Purpose purpose, byte[] message) {
        return HmacSha256.of(key(purpose), message);
    }

    /** The same of a text in UTF-8. */
    public byte[] hash(Purpose purpose, String message) {
        return hash(purpose, message.getBytes(StandardCharsets.UTF_8));
    }

    /** 32 bytes for this purpose only: HMAC-SHA-256 of the purpose's label under the secret. */
    public byte[] key(Purpose purpose) {
        return HmacSha256.of(secret, purpose.label().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "pepper version " + version;
    }
}
