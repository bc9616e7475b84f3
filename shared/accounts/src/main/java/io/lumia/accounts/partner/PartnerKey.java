package io.lumia.accounts.partner;

import io.lumia.accounts.UserId;
import io.lumia.kernel.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key, which is all but the key.
 *
 * @param name       by its owner
 * @param hint       how it begins
 * @param scopes     what it may do
 * @param addresses  where requests may come from; everywhere if empty
 * @param expiresAt  from then on it does not count; null for never
 * @param revokedAt  null while it was not
 * @param lastUsedAt to within a minute; null before the first use
 */
public record PartnerKey(
        UUID id,
        UserId owner,
        String name,
        KeyMode mode,
        String hint,
        Set<Scope> scopes,
        List<AddressRange> addresses,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    public PartnerKey {
        scopes = Set.copyOf(scopes);
        addresses = List.copyOf(addresses);
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public boolean isLive(Instant now) {
        return revokedAt == null && !isExpired(now);
    }
}
