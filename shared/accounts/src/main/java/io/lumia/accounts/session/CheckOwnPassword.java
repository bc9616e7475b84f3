package io.lumia.accounts.session;

import io.lumia.accounts.AccountEvent.PasswordRefused;
import io.lumia.accounts.AccountEvent.Throttled;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.password.PasswordHasher;
import io.lumia.accounts.throttle.Throttle;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Asks somebody who is signed in for his password, before what must not be done with a found token. Counts as a sign-in does. */
public final class CheckOwnPassword {

    private final Users users;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final AccountEvents events;
    private final Clock clock;

    public CheckOwnPassword(Users users, PasswordHasher hasher, Throttle throttle, AccountEvents events, Clock clock) {
        this.users = users;
        this.hasher = hasher;
        this.throttle = throttle;
        this.events = events;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        record Right(User user, EmailAddress email) implements Result {}

        record Wrong() implements Result {}

        /** Nobody of that id has a password here: he signs in elsewhere, or is gone. */
        record NoPassword() implements Result {}

        /** @param freeAt when to try again */
        record TooManyAttempts(Instant freeAt) implements Result {}
    }

    /** Whether he has a password here, which somebody who signs in elsewhere has not. */
    public boolean hasPassword(UserId id) {
        return users.find(id).filter(found -> found.password() != null).isPresent();
    }

    public Result check(UserId id, Password password, Origin origin) {
        Optional<User> user = users.find(id).filter(found -> found.password() != null);
        Optional<EmailAddress> email = users.findEmail(id);
        if (user.isEmpty() || email.isEmpty()) {
            return new Result.NoPassword();
        }
        return switch (throttle.password(email.get(), origin)) {
            case Throttle.Refused refused -> {
                events.announce(new Throttled(
                        clock.instant(), origin, id, refused.limit().code()));
                yield new Result.TooManyAttempts(refused.freeAt());
            }
            case Throttle.Admitted admitted -> compared(user.get(), email.get(), password, admitted, origin);
        };
    }

    private Result compared(
            User user, EmailAddress email, Password password, Throttle.Admitted admitted, Origin origin) {
        boolean right = user.password() != null && hasher.matches(password, user.password());
        if (!right) {
            events.announce(new PasswordRefused(clock.instant(), origin, user.id()));
            return new Result.Wrong();
        }
        throttle.succeeded(admitted);
        return new Result.Right(user, email);
    }
}
