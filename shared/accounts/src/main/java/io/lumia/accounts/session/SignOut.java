package io.lumia.accounts.session;

import io.lumia.accounts.AccountEvent.SignedOut;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Origin;
import io.lumia.accounts.UserId;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Ends a session of one's own. Doing it twice changes nothing; its access token is over within 15 minutes. */
public final class SignOut {

    private final SessionBook book;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public SignOut(SessionBook book, AccountEvents events, Transactions transactions, Clock clock) {
        this.book = book;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** False where the user has no such session that goes on. */
    public boolean signOut(UserId user, UUID session, Origin origin) {
        return transactions.inTransaction(() -> {
            Instant now = clock.instant();
            boolean ended = book.end(user, session, EndReason.SIGNED_OUT, now);
            if (ended) {
                events.announce(new SignedOut(now, origin, user, session));
            }
            return ended;
        });
    }
}
