package io.lumia.functions.accountapi.key;

import io.lumia.accounts.partner.AddressRange;
import io.lumia.accounts.partner.PartnerKey;
import io.lumia.kernel.access.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key without the key. */
@Serdeable
@Schema(name = "PartnerKey", description = "What is known of a key, which is all but the key itself.")
record KeyView(
        @Schema(description = "Of the key.") UUID id,
        @Schema(description = "By its owner.") String name,

        @Schema(
                description = "What it is for.",
                allowableValues = {"live", "test"})
        String mode,

        @Schema(description = "How it begins.") String hint,

        @Schema(
                description = "Whether it counts.",
                allowableValues = {"live", "expired", "revoked"})
        String status,

        @Schema(description = "What it may do, in alphabetical order.")
        List<String> scopes,

        @Schema(description = "Where requests may come from; everywhere where there are none.")
        List<String> addresses,

        @Schema(description = "When it was made.") Instant createdAt,

        @Schema(description = "From then on it does not count; null for never.") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was ended; null while it was not.") @Nullable
        Instant revokedAt,

        @Schema(description = "When it was used last, to within a minute; null before the first use.") @Nullable
        Instant lastUsedAt) {

    static KeyView of(PartnerKey key, Instant now) {
        return new KeyView(
                key.id(),
                key.name(),
                key.mode().code(),
                key.hint(),
                status(key, now),
                key.scopes().stream().map(Scope::code).sorted().toList(),
                key.addresses().stream().map(AddressRange::toString).toList(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt());
    }

    private static String status(PartnerKey key, Instant now) {
        if (key.revokedAt() != null) {
            return "revoked";
        }
        return key.isExpired(now) ? "expired" : "live";
    }
}
