package io.lumia.accounts.secret;

import java.nio.charset.StandardCharsets;

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
        return HmacSha256.of(keys.current(purpose).bytes(), text.getBytes(StandardCharsets.UTF_8));
    }
}
