package io.lumia.functions.accountapi.user;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.personal.PersonalData;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that we hold of somebody. */
@Serdeable
@Schema(
        name = "PersonalData",
        description =
                "All that we hold of a person, except what would tell him nothing: hashes of password and tokens.")
record ExportView(
        @Schema(description = "As of when.") Instant exportedAt,
        @Schema(description = "Of the user.") UUID userId,

        @Schema(description = "In its normal form; null for who signs in at another issuer.") @Nullable
        String email,

        @Schema(
                description = "What the user may do at most.",
                allowableValues = {"user", "advisor", "admin"})
        String role,

        @Schema(
                description = "Which quota counts.",
                allowableValues = {"standard", "premium"})
        String plan,

        @Schema(description = "Who makes the tokens that the user comes with.")
        String issuer,

        @Schema(description = "When the account began.") Instant createdAt,
        ProfileView profile,

        @Schema(description = "Newest first; ended ones for 30 days.")
        List<SessionView> sessions,

        @Schema(description = "What other parts hold, such as partner_keys: documents by the name of the part.")
        Map<String, List<Map<String, Object>>> sections) {

    /** @param sections of the data, read */
    static ExportView of(PersonalData data, Map<String, List<Map<String, Object>>> sections) {
        @Nullable EmailAddress email = data.email();
        return new ExportView(
                data.exportedAt(),
                data.user().id().value(),
                email == null ? null : email.value(),
                data.user().role().code(),
                data.user().plan().code(),
                data.user().issuer(),
                data.user().createdAt(),
                ProfileView.of(data.profile()),
                data.sessions().stream().map(SessionView::of).toList(),
                sections);
    }

    @Override
    public String toString() {
        return "ExportView[" + userId + "]";
    }
}
