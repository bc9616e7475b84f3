package io.lumia.functions.accountapi.user;

import io.lumia.accounts.session.EndReason;
import io.lumia.accounts.session.Session;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in and what followed from it. */
@Serdeable
@Schema(name = "Session", description = "A sign-in and what followed from it.")
record SessionView(
        @Schema(description = "Of the session.") UUID id,
        @Schema(description = "When was signed in.") Instant startedAt,
        @Schema(description = "When it was last refreshed.") Instant refreshedAt,

        @Schema(description = "When it ends at the latest, however often it is refreshed.")
        Instant endsAt,

        @Schema(description = "When it ended before that; null while it goes on.") @Nullable
        Instant endedAt,

        @Schema(
                description =
                        "Why it ended: signed_out, password_changed, token_reused, too_many or rights_changed; null while it goes on.")
        @Nullable
        String endReason) {

    static SessionView of(Session session) {
        @Nullable EndReason reason = session.endReason();
        return new SessionView(
                session.id(),
                session.startedAt(),
                session.refreshedAt(),
                session.endsAt(),
                session.endedAt(),
                reason == null ? null : reason.code());
    }
}
