package io.lumia.functions.accountapi.token;

import io.lumia.accounts.session.SessionTokens;
import io.lumia.kernel.access.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** What somebody gets who signed in or went on. */
@Serdeable
@Schema(name = "Tokens", description = "The tokens of a session; shown once.")
record TokensView(
        @Schema(description = "How the access token is sent: Authorization: Bearer and the token.")
        String tokenType,

        @Schema(description = "Says who asks and what he may do; a JWT that the keys at /.well-known/jwks.json check.")
        String accessToken,

        @Schema(description = "When the access token is over, 15 minutes from now.")
        Instant accessExpiresAt,

        @Schema(description = "Gets the next tokens, once. One that comes a second time ends the session.")
        String refreshToken,

        @Schema(description = "When the refresh token is over, 7 days from now, or when the session ends.")
        Instant refreshExpiresAt,

        @Schema(description = "What the access token allows, divided by blanks.")
        String scope,

        @Schema(description = "Of the user.") UUID userId,
        @Schema(description = "Of the session.") UUID sessionId) {

    static TokensView of(SessionTokens tokens) {
        return new TokensView(
                "Bearer",
                tokens.access().value(),
                tokens.access().expiresAt(),
                tokens.refresh().value(),
                tokens.refreshExpiresAt(),
                Scope.join(tokens.user().role().scopes()),
                tokens.user().id().value(),
                tokens.session());
    }

    @Override
    public String toString() {
        return "TokensView[hidden, session " + sessionId + "]";
    }
}
