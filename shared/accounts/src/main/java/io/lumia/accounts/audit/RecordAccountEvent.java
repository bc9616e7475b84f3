package io.lumia.accounts.audit;

import io.lumia.accounts.AccountEvent;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.UserId;
import io.lumia.accounts.pepper.Pepper;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.pepper.Purpose;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down what happened to accounts. The address that a request came from is kept as a keyed hash only. */
public final class RecordAccountEvent implements AccountEvents {

    private static final int HASH_CHARACTERS = 32;

    private final AuditLog log;
    private final Peppers peppers;

    public RecordAccountEvent(AuditLog log, Peppers peppers) {
        this.log = log;
        this.peppers = peppers;
    }

    @Override
    public void announce(AccountEvent event) {
        Map<String, String> details = new TreeMap<>(details(event));
        details.put("address_hash", hash(event.origin().address()));
        String subject = "user/" + shown(event.user());
        log.add(AuditContent.of(
                event.at(),
                actor(event),
                kind(event),
                subject,
                details,
                event.origin().requestId()));
    }

    private String hash(String address) {
        Pepper pepper = peppers.current();
        String hex = HexFormat.of().formatHex(pepper.hash(Purpose.ADDRESS, address));
        return pepper.version() + ":" + hex.substring(0, HASH_CHARACTERS);
    }

    /** Whoever is not signed in is nobody to us, whatever account he talks about. */
    private static Actor actor(AccountEvent event) {
        return switch (event) {
            case AccountEvent.RegistrationRequested _,
                    AccountEvent.VerificationRefused _,
                    AccountEvent.SignInRefused _,
                    AccountEvent.Throttled _,
                    AccountEvent.RefreshReused _ -> new Actor.Anonymous();
            case AccountEvent.RightsChanged changed -> userOrOperator(changed.by());
            case AccountEvent.SigningKeyRevoked revoked -> userOrOperator(revoked.user());
            case AccountEvent.Admitted admitted -> new Actor.User(admitted.user());
            case AccountEvent.Verified verified -> new Actor.User(verified.user());
            case AccountEvent.SignedIn in -> new Actor.User(in.user());
            case AccountEvent.SessionRefreshed refreshed -> new Actor.User(refreshed.user());
            case AccountEvent.SignedOut out -> new Actor.User(out.user());
            case AccountEvent.PasswordChanged changed -> new Actor.User(changed.user());
            case AccountEvent.PasswordRefused refused -> new Actor.User(refused.user());
            case AccountEvent.ProfileChanged changed -> new Actor.User(changed.user());
            case AccountEvent.DataExported exported -> new Actor.User(exported.user());
            case AccountEvent.Deleted deleted -> new Actor.User(deleted.user());
        };
    }

    private static Actor userOrOperator(@Nullable UserId user) {
        return user == null ? new Actor.Program("operator") : new Actor.User(user);
    }

    private static String kind(AccountEvent event) {
        return switch (event) {
            case AccountEvent.RegistrationRequested _ -> "account.registration_requested";
            case AccountEvent.Verified _ -> "account.verified";
            case AccountEvent.VerificationRefused _ -> "account.verification_refused";
            case AccountEvent.SignedIn _ -> "session.signed_in";
            case AccountEvent.SignInRefused _ -> "session.sign_in_refused";
            case AccountEvent.Throttled _ -> "session.throttled";
            case AccountEvent.SessionRefreshed _ -> "session.refreshed";
            case AccountEvent.RefreshReused _ -> "session.refresh_reused";
            case AccountEvent.SignedOut _ -> "session.signed_out";
            case AccountEvent.PasswordChanged _ -> "account.password_changed";
            case AccountEvent.PasswordRefused _ -> "account.password_refused";
            case AccountEvent.ProfileChanged _ -> "account.profile_changed";
            case AccountEvent.RightsChanged _ -> "account.rights_changed";
            case AccountEvent.Admitted _ -> "account.admitted";
            case AccountEvent.SigningKeyRevoked _ -> "token.signing_key_revoked";
            case AccountEvent.DataExported _ -> "account.data_exported";
            case AccountEvent.Deleted _ -> "account.deleted";
        };
    }

    private static Map<String, String> details(AccountEvent event) {
        return switch (event) {
            case AccountEvent.SignedIn in -> Map.of("session", in.sessionId().toString());
            case AccountEvent.SessionRefreshed refreshed ->
                Map.of("session", refreshed.sessionId().toString());
            case AccountEvent.RefreshReused reused ->
                Map.of("session", reused.sessionId().toString());
            case AccountEvent.SignedOut out -> Map.of("session", out.sessionId().toString());
            case AccountEvent.Throttled throttled ->
                Map.of("limit", throttled.limit().replace(" ", "-"));
            case AccountEvent.PasswordChanged changed ->
                Map.of("sessions_ended", Integer.toString(changed.sessionsEnded()));
            case AccountEvent.RightsChanged changed ->
                Map.of("role", changed.role().code(), "plan", changed.plan().code());
            case AccountEvent.Admitted admitted -> Map.of("issuer", admitted.issuer());
            case AccountEvent.SigningKeyRevoked revoked -> Map.of("signing_key", revoked.kid());
            case AccountEvent.RegistrationRequested _,
                    AccountEvent.Verified _,
                    AccountEvent.VerificationRefused _,
                    AccountEvent.SignInRefused _,
                    AccountEvent.PasswordRefused _,
                    AccountEvent.ProfileChanged _,
                    AccountEvent.DataExported _,
                    AccountEvent.Deleted _ -> Map.of();
        };
    }

    private static String shown(@Nullable UserId user) {
        return user == null ? "unknown" : user.toString();
    }
}
