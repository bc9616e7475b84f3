package io.lumia.accounts.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104, 1997) with a permanent data key: finds a value that is kept only sealed. Without the key nobody can
 * tell by guessing what was hashed.
 */
public final class KeyedHash {

    private final DataKeys keys;

    public KeyedHash(DataKeys keys) {
        this.keys = keys;
    }

    /** 32 bytes. @param purpose a permanent one */
    public byte[] of(Purpose purpose, String text) {
        if (!purpose.permanent()) {
            throw new IllegalArgumentException("purpose '%s' changes its key".formatted(purpose.code()));
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.current(purpose).bytes(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
