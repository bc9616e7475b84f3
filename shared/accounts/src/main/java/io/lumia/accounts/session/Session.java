package io.lumia.accounts.session;

import io.lumia.accounts.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in.
 *
 * @param endsAt    at the latest, however often it is refreshed
 * @param endedAt   before that; null if it did not
 * @param endReason null if it did not
 */
public record Session(
        UUID id,
        UserId user,
        Instant startedAt,
        Instant refreshedAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason) {}
