package io.lumia.functions.accountapi.key;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key that somebody wants. */
@Serdeable
@Schema(name = "PartnerKeyOrder", description = "A key for a program of one's own.")
record KeyBody(
        @Schema(description = "By which its owner knows it: 1 to 60 characters on one line.")
        String name,

        @Schema(
                description = "What it is for; the key says so itself.",
                allowableValues = {"live", "test"},
                defaultValue = "live")
        @Nullable
        String mode,

        @Schema(
                description =
                        "What it may do, one or more of what one may do oneself; not keys:manage, profile:read, profile:write, users:manage, audit:read, which stay with people.")
        List<String> scopes,

        @Schema(
                description =
                        "Where requests may come from: addresses or ranges such as 192.0.2.0/24, 20 at most; from everywhere where there are none.")
        @Nullable
        List<String> addresses,

        @Schema(description = "From then on it does not count: an RFC 3339 instant. Default: never.") @Nullable
        String expiresAt) {}
