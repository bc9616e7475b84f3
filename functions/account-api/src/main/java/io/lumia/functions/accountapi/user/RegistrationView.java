package io.lumia.functions.accountapi.user;

import io.lumia.accounts.registration.Register;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The same for every address. */
@Serdeable
@Schema(
        name = "RegistrationTaken",
        description = "The same whether or not the address has an account: only the mail tells.")
record RegistrationView(
        @Schema(description = "For so many hours the token of the mail counts.")
        long confirmWithinHours) {

    static RegistrationView taken() {
        return new RegistrationView(Register.TOKEN_LIFETIME.toHours());
    }
}
