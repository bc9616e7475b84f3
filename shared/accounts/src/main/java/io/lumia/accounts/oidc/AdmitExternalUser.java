package io.lumia.accounts.oidc;

import io.lumia.accounts.AccountEvent.Admitted;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Caller;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.Users;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;

/**
 * Gives somebody who signs in elsewhere an account here, when he first does something that needs one, such as keeping a profile.
 * Who deleted his account stays out, whatever his issuer says.
 */
public final class AdmitExternalUser {

    private final Users users;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public AdmitExternalUser(Users users, AccountEvents events, Transactions transactions, Clock clock) {
        this.users = users;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether he has an account now. Doing it twice changes nothing. */
    public boolean admit(Caller caller, Origin origin) {
        if (users.find(caller.user()).isPresent()) {
            return true;
        }
        return caller.session() == null
                && transactions.inTransaction(() -> {
                    Instant now = clock.instant();
                    boolean admitted = users.admit(
                            new User(caller.user(), caller.role(), caller.plan(), null, caller.issuer(), now));
                    if (admitted) {
                        events.announce(new Admitted(now, origin, caller.user(), caller.issuer()));
                    }
                    return admitted;
                });
    }
}
