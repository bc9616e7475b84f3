package io.lumia.accounts.session;

import io.lumia.accounts.AccountEvent.SignInRefused;
import io.lumia.accounts.AccountEvent.SignedIn;
import io.lumia.accounts.AccountEvent.Throttled;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.Users;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.password.PasswordHash;
import io.lumia.accounts.password.PasswordHasher;
import io.lumia.accounts.throttle.Throttle;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens a session for an address and its password. Whether the address is unknown or the password wrong, neither the answer nor the
 * time that it takes tells.
 */
public final class SignIn {

    private final Users users;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public SignIn(
            Users users,
            PasswordHasher hasher,
            Throttle throttle,
            Sessions sessions,
            AccessTokens accessTokens,
            AccountEvents events,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.hasher = hasher;
        this.throttle = throttle;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        record SignedIn(SessionTokens tokens) implements Result {}

        /** Address or password is wrong. */
        record Refused() implements Result {}

        /** @param freeAt when to try again */
        record TooManyAttempts(Instant freeAt) implements Result {}
    }

    public Result signIn(String typedEmail, String typedPassword, Origin origin) {
        EmailAddress email = EmailAddress.parse(typedEmail);
        Password password = Password.of(typedPassword);
        return switch (throttle.password(email, origin)) {
            case Throttle.Refused refused -> throttled(email, refused, origin);
            case Throttle.Admitted admitted -> tried(email, password, admitted, origin);
        };
    }

    private Result throttled(EmailAddress email, Throttle.Refused refused, Origin origin) {
        events.announce(new Throttled(
                clock.instant(),
                origin,
                users.findByEmail(email).map(User::id).orElse(null),
                refused.limit().code()));
        return new Result.TooManyAttempts(refused.freeAt());
    }

    private Result tried(EmailAddress email, Password password, Throttle.Admitted admitted, Origin origin) {
        Optional<User> found = users.findByEmail(email);
        Optional<PasswordHash> hash = found.map(User::password);
        boolean right = hash.isPresent() ? hasher.matches(password, hash.get()) : compared(password);
        Optional<Sessions.Granted> granted =
                right ? opened(found.orElseThrow(), hash.orElseThrow(), password, origin) : Optional.empty();
        if (granted.isEmpty()) {
            events.announce(new SignInRefused(
                    clock.instant(), origin, found.map(User::id).orElse(null)));
            return new Result.Refused();
        }
        throttle.succeeded(admitted);
        return new Result.SignedIn(granted.get().tokens(accessTokens));
    }

    private boolean compared(Password password) {
        hasher.compareWithNobody(password);
        return false;
    }

    /** Empty where the password was changed or the account deleted while we were comparing. */
    private Optional<Sessions.Granted> opened(User known, PasswordHash hash, Password password, Origin origin) {
        Optional<PasswordHash> renewed =
                hasher.isOutdated(hash) ? Optional.of(hasher.hash(password)) : Optional.empty();
        return transactions.inTransaction(
                () -> users.lock(known.id()).filter(user -> hasSame(user, hash)).map(user -> {
                    Instant now = clock.instant();
                    renewed.ifPresent(newer -> users.setPassword(user.id(), newer, now));
                    Sessions.Granted granted = sessions.open(user, now);
                    events.announce(new SignedIn(
                            now, origin, user.id(), granted.session().id()));
                    return granted;
                }));
    }

    private static boolean hasSame(User user, PasswordHash hash) {
        return user.password() != null && user.password().phc().equals(hash.phc());
    }
}
