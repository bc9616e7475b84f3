package io.lumia.accounts.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signing key as it is kept.
 *
 * @param kid           its thumbprint (RFC 7638, 2015)
 * @param generation    1 for the first key, and one more for each that followed another
 * @param publicKey     a JWK in JSON
 * @param sealedPrivate the JWK with its private part, in an envelope
 * @param signsFrom     until the next one does
 * @param revokedAt     from when it counts for nothing; null if it was not
 */
public record StoredSigningKey(
        String kid,
        int generation,
        String publicKey,
        byte[] sealedPrivate,
        Instant createdAt,
        Instant signsFrom,
        @Nullable Instant revokedAt) {}
