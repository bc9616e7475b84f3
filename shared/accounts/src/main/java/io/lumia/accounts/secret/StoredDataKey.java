package io.lumia.accounts.secret;

import java.time.Instant;
import java.util.UUID;

/**
 * A data key as it is kept.
 *
 * @param generation 1 for a purpose's first key, and one more for each that replaced another
 */
public record StoredDataKey(UUID id, String purpose, int generation, WrappedKey wrapped, Instant createdAt) {}
