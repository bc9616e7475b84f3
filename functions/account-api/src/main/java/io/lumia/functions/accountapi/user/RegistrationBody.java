package io.lumia.functions.accountapi.user;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Somebody wants an account. */
@Serdeable
@Schema(name = "Registration", description = "Somebody wants an account.")
record RegistrationBody(
        @Schema(description = "Where the mail goes that confirms the address. Found again in any case.")
        String email,

        @Schema(
                description =
                        "At least 12 characters of whatever kind, 256 at most; not one that everybody tries first.")
        String password) {

    /** Hides what must not be in a log. */
    @Override
    public String toString() {
        return "RegistrationBody[hidden]";
    }
}
