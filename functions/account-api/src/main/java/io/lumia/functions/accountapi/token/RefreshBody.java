package io.lumia.functions.accountapi.token;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A refresh token. */
@Serdeable
@Schema(name = "RefreshToken", description = "The refresh token of a session.")
record RefreshBody(
        @Schema(description = "As the last answer gave it.") String refreshToken) {

    @Override
    public String toString() {
        return "RefreshBody[hidden]";
    }
}
