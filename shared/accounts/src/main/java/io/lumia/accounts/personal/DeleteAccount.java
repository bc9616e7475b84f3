package io.lumia.accounts.personal;

import io.lumia.accounts.AccountEvent.Deleted;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.Origin;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.mail.AccountMessage;
import io.lumia.accounts.mail.Notices;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.profile.Profiles;
import io.lumia.accounts.session.CheckOwnPassword;
import io.lumia.accounts.session.SessionBook;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes away all that we hold of a person, at once. What stays is his id, which names nobody, with the instants at which it began
 * and ended: so that the audit trail keeps its meaning, and a token of another issuer's does not bring him back.
 */
public final class DeleteAccount {

    private final Users users;
    private final Profiles profiles;
    private final SessionBook sessions;
    private final List<OwnedData> others;
    private final CheckOwnPassword checkOwnPassword;
    private final Notices notices;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public DeleteAccount(
            Users users,
            Profiles profiles,
            SessionBook sessions,
            List<OwnedData> others,
            CheckOwnPassword checkOwnPassword,
            Notices notices,
            AccountEvents events,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.profiles = profiles;
        this.sessions = sessions;
        this.others = List.copyOf(others);
        this.checkOwnPassword = checkOwnPassword;
        this.notices = notices;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        record Done() implements Result {}

        record WrongPassword() implements Result {}

        /** He has one, and did not type it. */
        record PasswordMissing() implements Result {}

        /** @param freeAt when to try again */
        record TooManyAttempts(Instant freeAt) implements Result {}
    }

    /** What somebody proves that he is the account's owner by. */
    public sealed interface Proof {

        /** Counts for nothing for who signs in elsewhere. */
        record Typed(Password password) implements Proof {}

        /** His token is all that there is to ask for of who signs in elsewhere; too little for who has a password here. */
        record TokenOnly() implements Proof {}
    }

    public Result delete(UserId owner, Proof proof, Origin origin) {
        return switch (proof) {
            case Proof.Typed typed -> delete(owner, typed.password(), origin);
            case Proof.TokenOnly _ ->
                checkOwnPassword.hasPassword(owner)
                        ? new Result.PasswordMissing()
                        : gone(owner, Optional.empty(), origin);
        };
    }

    private Result delete(UserId owner, Password password, Origin origin) {
        return switch (checkOwnPassword.check(owner, password, origin)) {
            case CheckOwnPassword.Result.Right right -> gone(owner, Optional.of(right.email()), origin);
            case CheckOwnPassword.Result.NoPassword _ -> gone(owner, Optional.empty(), origin);
            case CheckOwnPassword.Result.Wrong _ -> new Result.WrongPassword();
            case CheckOwnPassword.Result.TooManyAttempts many -> new Result.TooManyAttempts(many.freeAt());
        };
    }

    private Result gone(UserId owner, Optional<EmailAddress> email, Origin origin) {
        Instant now = clock.instant();
        boolean erased = transactions.inTransaction(() -> erase(owner, origin, now));
        if (erased) {
            email.ifPresent(to -> notices.tell(new AccountMessage.AccountDeleted(to, now)));
        }
        return new Result.Done();
    }

    /** False where he was gone already: deleting twice changes nothing. */
    private boolean erase(UserId owner, Origin origin, Instant now) {
        if (users.lock(owner).isEmpty()) {
            return false;
        }
        others.forEach(other -> other.erase(owner));
        profiles.erase(owner);
        sessions.eraseAll(owner);
        users.erase(owner, now);
        events.announce(new Deleted(now, origin, owner));
        return true;
    }
}
