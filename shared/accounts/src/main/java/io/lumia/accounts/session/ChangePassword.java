package io.lumia.accounts.session;

import io.lumia.accounts.AccountEvent.PasswordChanged;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.mail.AccountMessage;
import io.lumia.accounts.mail.Notices;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.password.PasswordHash;
import io.lumia.accounts.password.PasswordHasher;
import io.lumia.accounts.password.PasswordPolicy;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Replaces a password and ends every session, that of the change too: whoever was in with the old one is out. */
public final class ChangePassword {

    private final Users users;
    private final SessionBook book;
    private final CheckOwnPassword checkOwnPassword;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final Notices notices;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public ChangePassword(
            Users users,
            SessionBook book,
            CheckOwnPassword checkOwnPassword,
            PasswordPolicy policy,
            PasswordHasher hasher,
            Notices notices,
            AccountEvents events,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.book = book;
        this.checkOwnPassword = checkOwnPassword;
        this.policy = policy;
        this.hasher = hasher;
        this.notices = notices;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        record Changed(int sessionsEnded) implements Result {}

        /** The present password is another. */
        record WrongPassword() implements Result {}

        /** The user signs in elsewhere and has no password here. */
        record NoPassword() implements Result {}

        /** @param freeAt when to try again */
        record TooManyAttempts(Instant freeAt) implements Result {}
    }

    /** Fails with INVALID_INPUT where the new password is not allowed. */
    public Result change(UserId id, String typedOld, String typedNew, Origin origin) {
        Password chosen = Password.of(typedNew);
        return switch (checkOwnPassword.check(id, Password.of(typedOld), origin)) {
            case CheckOwnPassword.Result.Right right -> replaced(right.user(), right.email(), chosen, origin);
            case CheckOwnPassword.Result.Wrong _ -> new Result.WrongPassword();
            case CheckOwnPassword.Result.NoPassword _ -> new Result.NoPassword();
            case CheckOwnPassword.Result.TooManyAttempts many -> new Result.TooManyAttempts(many.freeAt());
        };
    }

    private Result replaced(User user, EmailAddress email, Password chosen, Origin origin) {
        policy.check(chosen, email);
        PasswordHash hash = hasher.hash(chosen);
        Instant now = clock.instant();
        OptionalInt ended = transactions.inTransaction(() -> replace(user, hash, origin, now));
        if (ended.isEmpty()) {
            return new Result.WrongPassword();
        }
        notices.tell(new AccountMessage.PasswordChanged(email, now));
        return new Result.Changed(ended.getAsInt());
    }

    /** Empty where another change came first: the present password is that one's. */
    private OptionalInt replace(User user, PasswordHash hash, Origin origin, Instant now) {
        Optional<User> unchanged = users.lock(user.id()).filter(locked -> isSame(locked, user));
        if (unchanged.isEmpty()) {
            return OptionalInt.empty();
        }
        users.setPassword(user.id(), hash, now);
        int ended = book.endAll(user.id(), EndReason.PASSWORD_CHANGED, now);
        events.announce(new PasswordChanged(now, origin, user.id(), ended));
        return OptionalInt.of(ended);
    }

    private static boolean isSame(User one, User other) {
        return one.password() != null
                && other.password() != null
                && one.password().phc().equals(other.password().phc());
    }
}
