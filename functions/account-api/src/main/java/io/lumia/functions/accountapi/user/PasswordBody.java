package io.lumia.functions.accountapi.user;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Another password. */
@Serdeable
@Schema(name = "PasswordChange", description = "Another password.")
record PasswordBody(
        @Schema(description = "The present one.") String currentPassword,

        @Schema(
                description =
                        "At least 12 characters of whatever kind, 256 at most; not one that everybody tries first.")
        String newPassword) {

    @Override
    public String toString() {
        return "PasswordBody[hidden]";
    }
}
