package io.lumia.functions.accountapi.user;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody wants no account any more. */
@Serdeable
@Schema(name = "AccountDeletion", description = "An account is to go, with all that it holds.")
record DeletionBody(
        @Schema(description = "The present one; left out by who signs in at another issuer and has none here.")
        @Nullable
        String password) {

    @Override
    public String toString() {
        return "DeletionBody[hidden]";
    }
}
