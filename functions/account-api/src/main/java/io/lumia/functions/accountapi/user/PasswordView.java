package io.lumia.functions.accountapi.user;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A password was changed. */
@Serdeable
@Schema(name = "PasswordChanged", description = "The password is another now.")
record PasswordView(
        @Schema(description = "Sessions that were ended, that of this request among them: sign in again.")
        int sessionsEnded) {}
