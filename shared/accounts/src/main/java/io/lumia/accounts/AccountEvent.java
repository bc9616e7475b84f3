package io.lumia.accounts;

import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something relevant to security that happened to an account. None carries an e-mail address, a password or a token. */
public sealed interface AccountEvent {

    /** When it happened. */
    Instant at();

    /** Who asked for it. */
    Origin origin();

    /** Whose account it is about, or who did it where it is about none; null where nobody's is known, as with a mistyped address. */
    @Nullable
    UserId user();

    /** Somebody asked for an account, whether or not the address has one; the account begins with {@link Verified}. */
    record RegistrationRequested(
            Instant at, Origin origin, @Nullable UserId user) implements AccountEvent {}

    /** The address was proven to be the person's: the account exists from here on. */
    record Verified(Instant at, Origin origin, UserId user) implements AccountEvent {}

    /** A one-time token was unknown, used before or too old. */
    record VerificationRefused(
            Instant at, Origin origin, @Nullable UserId user) implements AccountEvent {}

    record SignedIn(Instant at, Origin origin, UserId user, UUID sessionId) implements AccountEvent {}

    /** Wrong password or unknown address: {@code user} tells us, the caller is not told. */
    record SignInRefused(
            Instant at, Origin origin, @Nullable UserId user) implements AccountEvent {}

    /** Too many tries. @param limit which bound was reached */
    record Throttled(Instant at, Origin origin, @Nullable UserId user, String limit) implements AccountEvent {}

    record SessionRefreshed(Instant at, Origin origin, UserId user, UUID sessionId) implements AccountEvent {}

    /** A refresh token came a second time: a copy is in other hands, so the session was ended. */
    record RefreshReused(Instant at, Origin origin, UserId user, UUID sessionId) implements AccountEvent {}

    record SignedOut(Instant at, Origin origin, UserId user, UUID sessionId) implements AccountEvent {}

    /** @param sessionsEnded how many, the one of the change among them */
    record PasswordChanged(Instant at, Origin origin, UserId user, int sessionsEnded) implements AccountEvent {}

    /** A change of password or a deletion was asked for with a wrong password. */
    record PasswordRefused(Instant at, Origin origin, UserId user) implements AccountEvent {}

    record ProfileChanged(Instant at, Origin origin, UserId user) implements AccountEvent {}

    /** @param by who did it; null where the operator did, by a command */
    record RightsChanged(
            Instant at,
            Origin origin,
            UserId user,
            @Nullable UserId by,
            Role role,
            Plan plan) implements AccountEvent {}

    /** Somebody came for the first time with a token of another issuer's. */
    record Admitted(Instant at, Origin origin, UserId user, String issuer) implements AccountEvent {}

    /** A key of our access tokens counts no more. @param user who did it; null where the operator did, by a command */
    record SigningKeyRevoked(
            Instant at, Origin origin, @Nullable UserId user, String kid) implements AccountEvent {}

    record DataExported(Instant at, Origin origin, UserId user) implements AccountEvent {}

    /** The person's data are gone; the id stays. */
    record Deleted(Instant at, Origin origin, UserId user) implements AccountEvent {}
}
