package io.lumia.functions.accountapi.user;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.User;
import io.lumia.kernel.access.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's own account. */
@Serdeable
@Schema(name = "User", description = "One's own account.")
record UserView(
        @Schema(description = "Of the user; stays for good.")
        UUID id,

        @Schema(description = "In its normal form; null for who signs in at another issuer.") @Nullable
        String email,

        @Schema(
                description = "What somebody may do at most.",
                allowableValues = {"user", "advisor", "admin"})
        String role,

        @Schema(
                description = "Which quota counts.",
                allowableValues = {"standard", "premium"})
        String plan,

        @Schema(description = "Who makes the tokens that the user comes with.")
        String issuer,

        @Schema(description = "Whether there is a password here.")
        boolean hasPassword,

        @Schema(description = "What this request may do, such as profile:read.")
        List<String> scopes,

        @Schema(description = "When the address was confirmed, or the user first came.")
        Instant createdAt) {

    static UserView of(User user, @Nullable EmailAddress email, Set<Scope> scopes) {
        return new UserView(
                user.id().value(),
                email == null ? null : email.value(),
                user.role().code(),
                user.plan().code(),
                user.issuer(),
                user.password() != null,
                scopes.stream().map(Scope::code).sorted().toList(),
                user.createdAt());
    }

    /** An address is a personal datum. */
    @Override
    public String toString() {
        return "UserView[" + id + "]";
    }
}
