package io.lumia.accounts.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token that we once gave out.
 *
 * @param usedAt null if it was not used yet
 */
public record HeldToken(
        Session session, Instant expiresAt, @Nullable Instant usedAt) {}
