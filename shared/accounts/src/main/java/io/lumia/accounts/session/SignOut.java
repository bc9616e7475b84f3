package io.lumia.accounts.session;

import io.lumia.accounts.AccountEvent.SignedOut;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Origin;
import io.lumia.accounts.UserId;
import io.lumia.accounts.secret.SecretToken;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Ends a session, for its owner or for whoever holds its refresh token. Doing it twice changes nothing; its access token is over
 * within 15 minutes.
 */
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
        return transactions.inTransaction(() -> ended(user, session, origin));
    }

    /**
     * Ends the session that a refresh token belongs to, used or not: whoever holds a copy may end a session, which is less than
     * he could do otherwise (RFC 7009, 2013). False where it is none of ours, or its session ended before.
     */
    public boolean signOut(String refreshToken, Origin origin) {
        return SecretToken.find(refreshToken)
                .filter(token -> transactions.inTransaction(() -> book.lockToken(token.hash())
                        .filter(held ->
                                ended(held.session().user(), held.session().id(), origin))
                        .isPresent()))
                .isPresent();
    }

    private boolean ended(UserId user, UUID session, Origin origin) {
        Instant now = clock.instant();
        boolean ended = book.end(user, session, EndReason.SIGNED_OUT, now);
        if (ended) {
            events.announce(new SignedOut(now, origin, user, session));
        }
        return ended;
    }
}
