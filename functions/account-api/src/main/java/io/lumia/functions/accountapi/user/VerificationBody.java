package io.lumia.functions.accountapi.user;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Somebody got the mail. */
@Serdeable
@Schema(name = "Verification", description = "The proof that an address is one's own.")
record VerificationBody(
        @Schema(description = "The token of the mail: what follows #token= in its link. Counts once.")
        String token) {

    @Override
    public String toString() {
        return "VerificationBody[hidden]";
    }
}
