package io.lumia.accounts.session;

import io.lumia.accounts.AccountEvent.RefreshReused;
import io.lumia.accounts.AccountEvent.SessionRefreshed;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.Users;
import io.lumia.accounts.secret.SecretToken;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Goes on with a session. Of two that use the same token at once one gets the next, and the other ends the session: a client asks
 * for one refresh at a time, and an answer that was lost costs a sign-in.
 */
public final class RefreshSession {

    private final Users users;
    private final SessionBook book;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public RefreshSession(
            Users users,
            SessionBook book,
            Sessions sessions,
            AccessTokens accessTokens,
            AccountEvents events,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.book = book;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        record Refreshed(SessionTokens tokens) implements Result {}

        /** The token is unknown, over or used, or its session ended; which of them is not said. */
        record Refused() implements Result {}
    }

    public Result refresh(String typed, Origin origin) {
        return SecretToken.find(typed)
                .flatMap(token -> transactions.inTransaction(() -> granted(token, origin)))
                .<Result>map(granted -> new Result.Refreshed(granted.tokens(accessTokens)))
                .orElseGet(Result.Refused::new);
    }

    /** Empty commits too: the end of a session whose token was reused must last. */
    private Optional<Sessions.Granted> granted(SecretToken token, Origin origin) {
        Optional<HeldToken> held = book.lockToken(token.hash());
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Session session = held.get().session();
        if (held.get().usedAt() != null) {
            endReused(session, origin, now);
            return Optional.empty();
        }
        boolean over =
                session.endedAt() != null || !now.isBefore(held.get().expiresAt()) || !now.isBefore(session.endsAt());
        return over
                ? Optional.empty()
                : users.find(session.user()).map(user -> goOn(user, session, token, origin, now));
    }

    private void endReused(Session session, Origin origin, Instant now) {
        if (book.end(session.user(), session.id(), EndReason.TOKEN_REUSED, now)) {
            events.announce(new RefreshReused(now, origin, session.user(), session.id()));
        }
    }

    private Sessions.Granted goOn(User user, Session session, SecretToken token, Origin origin, Instant now) {
        events.announce(new SessionRefreshed(now, origin, user.id(), session.id()));
        return sessions.goOn(user, session, token, now);
    }
}
