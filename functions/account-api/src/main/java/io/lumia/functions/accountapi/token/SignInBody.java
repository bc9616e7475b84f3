package io.lumia.functions.accountapi.token;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Somebody comes back. */
@Serdeable
@Schema(name = "SignIn", description = "Address and password.")
record SignInBody(
        @Schema(description = "That of the account, in any case.")
        String email,

        @Schema(description = "That of the account.") String password) {

    /** Hides what must not be in a log. */
    @Override
    public String toString() {
        return "SignInBody[hidden]";
    }
}
